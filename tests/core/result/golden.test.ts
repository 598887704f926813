import { describe, expect, test } from 'vitest';
import { startComputation } from '#core/result/compute-result.ts';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import { locationName } from '#core/settings/source-location.ts';
import { readFrozenInput } from './golden/frozen-input.ts';

/** The whole result of the frozen rows, as the API would store it. */
function computeFrozen() {
  const { year, now, settings, sources } = readFrozenInput();
  const computation = startComputation(settingsSchema.parse(settings), 1, year);
  const readings = new Map();
  for (const intake of computation.intakes) {
    const { id, location } = intake.source;
    const source = sources[id];
    if (!source) throw new Error(`Nothing is frozen for ${id}`);
    const facts = new Map(source.columns.map((column) => [column.name, column]));
    intake.open(intake.columns.map((name) => facts.get(name) ?? { name, displayName: name, kind: 'other' }));
    const keys = source.columns.map(({ name, kind }) =>
      kind === 'lookup' || kind === 'person' ? `${name}LookupId` : name,
    );
    for (const [rowId, ...values] of source.rows) {
      const filled = keys.flatMap((key, index) =>
        values[index] === null ? [] : [[key, values[index]] as const],
      );
      intake.addRow({ id: String(rowId), fields: Object.fromEntries(filled) });
    }
    const reading = { name: locationName(location), webUrl: null, itemUrl: null, eTag: null };
    readings.set(id, { ...reading, lastChangedAt: '2026-01-15T10:00:00Z', readAt: now });
  }
  const { result, violations } = computation.finish({
    now,
    readings,
    previous: null,
    lastYear: null,
    earlier: [],
  });
  expect(violations).toEqual([]);
  return result;
}

describe('the golden result', () => {
  // Meant to change? `npm run golden`, then read the difference in golden/result-2025.json before you commit it.
  test('of the frozen rows of 2025 comes out to the last character', async () => {
    await expect(`${JSON.stringify(computeFrozen(), null, 1)}\n`).toMatchFileSnapshot(
      'golden/result-2025.json',
    );
  });

  test('has the figures that were published', () => {
    const { figures } = computeFrozen();
    const shown = (['index', 'preconditions', 'delivery', 'benefit'] as const).map((id) => {
      const { figure } = figures[id];
      return figure.kind === 'value' ? figure.shown : figure.reason;
    });
    expect(shown).toEqual(['8.2', '7.0', '8.8', '8.7']);
  });
});
