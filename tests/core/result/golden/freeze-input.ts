import { writeFileSync } from 'node:fs';
import type { ColumnDefinition } from '@microsoft/microsoft-graph-types';
import { startComputation } from '#core/result/compute-result.ts';
import type { ColumnKind } from '#core/result/column-kinds.ts';
import { sampleSettings } from '../../../../local/sample-tenant/sample-settings.ts';
import { createSampleTenant } from '../../../../local/sample-tenant/sample-tenant.ts';
import { INPUT_FILE, type FrozenInput, type FrozenSource } from './frozen-input.ts';

/**
 * Freezes the sample tenant's 2025 as it is now, for the golden result: `node tests/core/result/golden/freeze-input.ts`.
 * Seldom needed: the point of the frozen rows is that they stay when the sample tenant grows.
 */
const YEAR = 2025;
const lists = new Map(
  createSampleTenant().sites.flatMap(({ lists: of }) => of.map((list) => [list.id, list])),
);
const { intakes } = startComputation(sampleSettings, 1, YEAR);
const sources: Record<string, FrozenSource> = {};
for (const { source, columns } of intakes) {
  const { location } = source;
  const list = location.kind === 'sharepoint-list' ? lists.get(location.listId) : undefined;
  if (!list) throw new Error(`The sample tenant has no list for ${source.id}`);
  const facts = columns.map((name) => {
    const definition = list.columns.find((column) => column.name === name);
    return { name, displayName: definition?.displayName ?? name, kind: kindOf(definition) };
  });
  const keys = facts.map(({ name, kind }) =>
    kind === 'lookup' || kind === 'person' ? `${name}LookupId` : name,
  );
  const rows: unknown[][] = [];
  for (let index = 0; index < list.items.itemCount; index += 1) {
    const { id, fields } = list.items.itemAt(index);
    // Rows of other years are as many again and change nothing.
    if (source.topic === 'maturity' && !Object.values(fields).includes(YEAR)) continue;
    rows.push([id, ...keys.map((key) => fields[key] ?? null)]);
  }
  sources[source.id] = { columns: facts, rows };
}
const input: FrozenInput = { year: YEAR, now: '2026-02-01T08:00:00.000Z', settings: sampleSettings, sources };
// A row a line, so that a difference can be read.
const text = JSON.stringify(input, (key, value: unknown) => (key === 'rows' ? '@rows' : value), 1);
const bodies = Object.values(sources).map(
  ({ rows }) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`,
);
writeFileSync(INPUT_FILE, `${text.replaceAll('"@rows"', () => bodies.shift() ?? '[]')}\n`);

function kindOf(definition: ColumnDefinition | undefined): ColumnKind {
  if (!definition) return 'text';
  if (definition.lookup) return definition.lookup.allowMultipleValues ? 'other' : 'lookup';
  if (definition.personOrGroup) return 'person';
  if (definition.number) return definition.number.displayAs === 'percentage' ? 'percentage' : 'number';
  if (definition.dateTime) return definition.dateTime.format === 'dateOnly' ? 'date' : 'date-time';
  if (definition.choice) return 'choice';
  return definition.boolean ? 'boolean' : 'text';
}
