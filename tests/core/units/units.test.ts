import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnKind } from '#core/result/column-kinds.ts';
import type { ListRow } from '#core/result/intake.ts';
import { unitsSourceSchema } from '#core/settings/source-settings.ts';
import { buildUnitDirectory } from '#core/units/unit-directory.ts';
import { createUnitsIntake } from '#core/units/units-intake.ts';

const source = unitsSourceSchema.parse({
  id: 'enheter',
  topic: 'units',
  location: { kind: 'sharepoint-list', siteId: 's', siteName: 'S', listId: 'l', listName: 'L' },
  mapping: { id: 'Kod', name: 'Namn', parent: 'Over', invited: 'Inbjudna' },
});

function directoryOf(rows: readonly ListRow[], parentKind: ColumnKind = 'text') {
  const intake = createUnitsIntake(source);
  intake.open(
    intake.columns.map((name) => ({ name, displayName: name, kind: name === 'Over' ? parentKind : 'text' })),
  );
  for (const row of rows) intake.addRow(row);
  const tally = intake.tally();
  const directory = buildUnitDirectory(tally.entries, source.id);
  return { ...directory, tally, findings: [...tally.findings, ...directory.findings] };
}
const unit = (id: number, Kod: unknown, more: Record<string, unknown> = {}): ListRow => ({
  id: String(id),
  fields: { Kod, Namn: `Enhet ${String(Kod)}`, ...more },
});
const text = (words: string) => ({ by: 'text', text: words, folded: words.toLowerCase() }) as const;

describe('the unit list', () => {
  test('is a forest, parents before children, by id or by lookup', () => {
    const byId = directoryOf([
      unit(1, 'B1', { Over: 'b ' }),
      unit(2, 'B', { Inbjudna: '1 200' }),
      unit(3, 'A', { Over: null, Inbjudna: 40 }),
    ]);
    expect(byId.units).toEqual([
      { id: 'A', name: 'Enhet A', parentId: null, invited: 40 },
      { id: 'B', name: 'Enhet B', parentId: null, invited: 1200 },
      { id: 'B1', name: 'Enhet B1', parentId: 'B', invited: null },
    ]);
    expect(byId.findings).toEqual([]);
    const byLookup = directoryOf([unit(1, 'B1', { OverLookupId: '2' }), unit(2, 'B')], 'lookup');
    expect(byLookup.units.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['B', null],
      ['B1', 'B'],
    ]);
  });

  test('is asked by row id or by id, words folded, and the two never mix', () => {
    const named = directoryOf([unit(17, '2'), unit(2, 'VOO')]);
    expect(named.resolve({ by: 'row', rowId: '2' })?.id).toBe('VOO');
    expect(named.resolve(text('2'))?.id).toBe('2');
    expect(named.resolve(text('voo'))?.id).toBe('VOO');
    expect(named.resolve(text('17'))).toBeUndefined();
  });

  test('with a parent that is nowhere puts the unit at the top, and says so', () => {
    const { units, findings } = directoryOf([unit(1, 'A', { Over: 'Z' })]);
    expect(units).toMatchObject([{ id: 'A', parentId: null }]);
    expect(findings).toMatchObject([{ rule: 'unit-unknown', rowIds: ['1'], detail: { unit: 'A' } }]);
  });

  test('with a ring puts everyone in it at the top, and only them', () => {
    const { units, findings } = directoryOf([
      unit(1, 'A', { Over: 'B' }),
      unit(2, 'B', { Over: 'C' }),
      unit(3, 'C', { Over: 'A' }),
      unit(4, 'D', { Over: 'A' }),
      unit(5, 'E', { Over: 'E' }),
    ]);
    expect(units.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['A', null],
      ['D', 'A'],
      ['B', null],
      ['C', null],
      ['E', null],
    ]);
    expect(findings.filter(({ rule }) => rule === 'unit-cycle').map(({ detail }) => detail['unit'])).toEqual([
      'A',
      'B',
      'C',
      'E',
    ]);
  });

  test('with an id twice is an error, and both rows lead to the first unit by row id', () => {
    const { units, findings, ...named } = directoryOf([
      unit(9, 'a', { Namn: 'Senare' }),
      unit(4, 'A', { Namn: 'Först' }),
    ]);
    expect(units).toMatchObject([{ id: 'A', name: 'Först' }]);
    expect(findings).toMatchObject([{ rule: 'business-id-twice', severity: 'error', rowIds: ['9'] }]);
    expect(named.resolve({ by: 'row', rowId: '9' })?.name).toBe('Först');
  });

  test('sets a row without id aside, shows one without name by its id, and does not guess an invited number', () => {
    const { units, tally, findings } = directoryOf([
      unit(1, ' '),
      unit(2, 'B', { Namn: '' }),
      unit(3, 'C', { Inbjudna: 'många' }),
      unit(4, 'D', { Inbjudna: -3 }),
      unit(5, 'E', { Inbjudna: 2.5 }),
    ]);
    expect(tally.setAside).toBe(1);
    expect(units.map(({ name, invited }) => [name, invited])).toEqual([
      ['B', null],
      ['Enhet C', null],
      ['Enhet D', null],
      ['Enhet E', null],
    ]);
    expect(findings.map(({ rule, column, rowIds }) => [rule, column, rowIds])).toEqual([
      ['not-a-number', 'Inbjudna', ['4', '5']],
      ['not-a-number', 'Inbjudna', ['3']],
      ['title-missing', 'Kod', ['1']],
      ['title-missing', 'Namn', ['2']],
    ]);
  });

  test('a row seen twice counts as it was last', () => {
    const { units, findings } = directoryOf([unit(1, 'A', { Inbjudna: 'x' }), unit(1, 'A', { Inbjudna: 7 })]);
    expect(units).toMatchObject([{ invited: 7 }]);
    expect(findings).toEqual([]);
  });

  test('ten thousand units in one line are placed in time', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      unit(index + 1, `u${index}`, index === 0 ? {} : { Over: `u${index - 1}` }),
    );
    const { units } = directoryOf(rows);
    expect(units).toHaveLength(10_000);
    expect(units.at(-1)).toMatchObject({ id: 'u9999', parentId: 'u9998' });
  });

  test('is a forest whatever the rows say, and the same in any order', () => {
    const code = fc.constantFrom('A', 'a', 'B', 'C', 'D', 'E', '', 7, null, ['x']);
    const rows = fc.uniqueArray(
      fc.record({ id: fc.integer({ min: 1, max: 12 }), Kod: code, Over: code, Inbjudna: fc.jsonValue() }),
      { selector: ({ id }) => id, maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, (list) => {
        const all = list.map(({ id, Kod, Over, Inbjudna }) => unit(id, Kod, { Over, Inbjudna }));
        const { units, findings } = directoryOf(all);
        const seen = new Set<string>();
        for (const { id, parentId } of units) {
          expect(parentId === null || seen.has(parentId)).toBe(true);
          seen.add(id);
        }
        const reversed = directoryOf([...all].reverse());
        expect([reversed.units, reversed.findings]).toEqual([units, findings]);
      }),
    );
  });
});
