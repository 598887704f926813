import type { SourceSettings } from '#core/settings/source-settings.ts';

/** What a list column is, as far as reading its values depends on it. Taken from its definition, never guessed from values. */
export const COLUMN_KINDS = [
  'text',
  'choice',
  'number',
  'percentage',
  'boolean',
  'date',
  'date-time',
  'lookup',
  'person',
  'other',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface ColumnFacts {
  /** Internal name, the key in `fields` (for a lookup or person the key is this name + `LookupId`). */
  readonly name: string;
  readonly displayName: string;
  readonly kind: ColumnKind;
}

/** One list row as Graph gives it: its id in the list and the selected fields, untrusted. */
export interface ListRow {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Takes the rows of one source as they stream past. Survey rows are tallied and forgotten; a row seen twice counts
 * as it was last. Knows nothing of Graph.
 */
export interface SourceIntake {
  readonly source: SourceSettings;
  /** Every column the mapping names, in a fixed order; the reader must see that each exists before it reads. */
  readonly columns: readonly string[];
  /** Called once, before any row, with the facts of exactly these columns. */
  open(columns: readonly ColumnFacts[]): void;
  addRow(row: ListRow): void;
  /** Rows taken so far, each id once. */
  rowsRead(): number;
}
