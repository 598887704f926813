import type { ColumnDefinition } from '@microsoft/microsoft-graph-types';
import type { ColumnKind } from '#core/result/column-kinds.ts';
import type { ColumnFacts } from '#core/result/intake.ts';

/** A column as reading needs it. */
export interface GraphColumn extends ColumnFacts {
  /** The member of `fields` to ask for: never one that holds a person's name. */
  readonly fieldName: string;
  readonly description: string;
  readonly limits: { readonly lowest: number; readonly highest: number } | null;
  readonly choices: readonly string[];
  readonly isSystem: boolean;
}

/** What reading a column's values depends on, from its definition in Graph. */
export function toGraphColumn(definition: ColumnDefinition): GraphColumn {
  const name = definition.name ?? '';
  const kind = kindOf(definition);
  return {
    name,
    displayName: definition.displayName ?? name,
    kind,
    fieldName: fieldNameOf(name, kind, definition),
    description: definition.description ?? '',
    limits: limitsOf(definition),
    choices: definition.choice?.choices ?? [],
    isSystem: isSystem(name, definition),
  };
}

/** SharePoint takes a column without limits to reach as far as numbers do. */
function limitsOf({ number }: ColumnDefinition): GraphColumn['limits'] {
  const [lowest, highest] = [number?.minimum, number?.maximum];
  const isScale = Number.isInteger(lowest) && Number.isInteger(highest);
  if (!isScale || typeof lowest !== 'number' || typeof highest !== 'number') return null;
  return Math.abs(lowest) <= 1000 && Math.abs(highest) <= 1000 ? { lowest, highest } : null;
}

/** Calculated columns can't be written either, but are a list's own. */
function isSystem(name: string, { hidden, readOnly, calculated }: ColumnDefinition): boolean {
  const isFixed = readOnly === true && !calculated;
  return hidden === true || isFixed || name === 'Attachments' || name === 'ContentType';
}

/** Lookups and persons are asked for by id. A lookup that takes many values stands under its own name only. */
function fieldNameOf(name: string, kind: ColumnKind, { lookup }: ColumnDefinition): string {
  const isMany = lookup?.allowMultipleValues === true;
  return kind === 'person' || (kind === 'lookup' && !isMany) ? `${name}LookupId` : name;
}

function kindOf(column: ColumnDefinition): ColumnKind {
  if (column.lookup) return 'lookup';
  if (column.personOrGroup) return 'person';
  if (column.number) return column.number.displayAs === 'percentage' ? 'percentage' : 'number';
  if (column.currency) return 'number';
  if (column.dateTime) return column.dateTime.format === 'dateOnly' ? 'date' : 'date-time';
  if (column.choice) return 'choice';
  if (column.boolean) return 'boolean';
  if (column.calculated) return kindOfOutput(column.calculated);
  if (column.text) return 'text';
  return 'other';
}

function kindOfOutput({ outputType, format }: NonNullable<ColumnDefinition['calculated']>): ColumnKind {
  if (outputType === 'number' || outputType === 'currency') return 'number';
  if (outputType === 'dateTime') return format === 'dateOnly' ? 'date' : 'date-time';
  return outputType === 'boolean' ? 'boolean' : 'text';
}

/** An internal name as it was first written: SharePoint spells other letters than a–z by their code, `F_x00f6_rv`. */
export function readableColumnName(internalName: string): string {
  return internalName.replaceAll(/_x([0-9a-f]{4})_/gi, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
