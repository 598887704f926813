import { describe, expect, test } from 'vitest';
import { buildMaturityTree } from '#core/maturity/maturity-tree.ts';
import { buildUnitDirectory } from '#core/units/unit-directory.ts';
import { everyArea, rowOf, tallyOf } from './maturity-rows.ts';

const entry = (id: string, parent: string | null) => ({
  rowId: null,
  id,
  name: id,
  parent: parent === null ? null : ({ by: 'text', text: parent, folded: parent.toLowerCase() } as const),
  invited: null,
});

describe('the maturity survey laid on the units', () => {
  const unitOf = (person: number) => ['Vård', 'Hemtjänst', 'Okänd', undefined][person % 4];
  const said = everyArea(8, (person) => (person % 6) + 1).map((one) => {
    const unit = unitOf(one.person);
    return unit === undefined ? one : { ...one, unit };
  });
  const directory = buildUnitDirectory([entry('Hemtjänst', 'Vård'), entry('Vård', null)], 'enheter');
  const laid = buildMaturityTree(tallyOf(said.map(rowOf)), directory);

  test('counts each person once, where they belong', () => {
    expect(laid.tree.nodes.map(({ id, own }) => [id, own.n])).toEqual([
      ['Vård', 2],
      ['Hemtjänst', 2],
    ]);
    expect(laid.tree.withoutUnit.n).toBe(4);
  });

  test("adds a unit's answers to its parent's", () => {
    const answers = (id: string) => laid.statements.get(id)?.map(({ n, sum }) => [n, sum]);
    // Persons 1 and 5 answered 2 and 6; persons 4 and 8 answered 5 and 3.
    expect(answers('Hemtjänst')).toEqual(Array(6).fill([2, 8]));
    expect(answers('Vård')).toEqual(Array(6).fill([4, 16]));
  });

  test('says how many unit names are unknown, but neither which nor whose', () => {
    expect(laid.findings).toMatchObject([{ rule: 'unit-unknown', count: 1, rowIds: [], detail: {} }]);
  });

  test('has no units where the unit column is not mapped', () => {
    const without = buildMaturityTree({ ...tallyOf(said.map(rowOf)), unitsBy: null }, directory);
    expect([without.units, without.tree.nodes, without.tree.withoutUnit.n]).toEqual([[], [], 8]);
  });
});
