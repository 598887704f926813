import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { auditMaturityAnswers } from '#core/masking/audit-maturity-answers.ts';
import { ORGANISATION, totalsOf, type UnitTree } from '#core/masking/unit-tree.ts';
import { maskUnits } from '#core/masking/mask-units.ts';
import type { PublishedTable } from '#core/masking/published-table.ts';
import { maskAnswers } from '#core/maturity/telling-units.ts';
import { DEFAULT_METHOD_SETTINGS } from '#core/settings/method-settings.ts';
import { maturityAnswers, sampleResult, sampleYear, type Fields } from '../result/sample-year.ts';

const answersOf = (unit: string, persons: number, score: number): Fields[] =>
  maturityAnswers(persons, score).map((row) => ({
    ...row,
    Person: `${unit}${String(row['Person'])}`,
    Unit: unit,
  }));

function unitsOf(dimios: readonly Fields[]) {
  const { maturity, figures } = sampleResult({
    mapping: { dimios: { unit: 'Unit' } },
    source: { dimios: { invited: {} } },
    rows: { dimios },
  });
  return {
    units: Object.fromEntries(maturity.units.map(({ id, n }) => [id, n.kind])),
    whole: figures.maturityPercent.figure.kind,
  };
}

describe('a unit whose percentage tells what everybody said', () => {
  it('is hidden where all gave the highest or the lowest answer', () => {
    const varied = [
      ...answersOf('B', 6, 2),
      ...answersOf('B', 6, 4).map((row) => ({ ...row, Person: `x${String(row['Person'])}` })),
    ];
    expect(unitsOf([...answersOf('A', 8, 6), ...varied]).units).toMatchObject({ A: 'absent' });
    expect(unitsOf([...answersOf('A', 8, 1), ...varied]).units).toMatchObject({ A: 'absent' });
  });

  it('is shown where they agree on what others may have said as well', () => {
    expect(unitsOf([...answersOf('A', 8, 4), ...answersOf('B', 8, 2)]).units).toEqual({
      A: 'value',
      B: 'value',
    });
  });

  it('may be the whole organisation', () => {
    expect(unitsOf(answersOf('A', 8, 6)).whole).toBe('absent');
    expect(unitsOf(answersOf('A', 8, 5)).whole).toBe('value');
  });
});

interface Place {
  readonly under: number;
  readonly persons: number;
  readonly answer: number;
}

/** Units that are mostly of one mind, at the ends of the scale as often as not. */
const places: fc.Arbitrary<readonly Place[]> = fc.array(
  fc.record({ under: fc.nat(10), persons: fc.nat(14), answer: fc.constantFrom(1, 1, 3, 6, 6) }),
  { minLength: 2, maxLength: 8 },
);

function organisationOf(of: readonly Place[]) {
  const nodes = of.map(({ under, persons }, index) => ({
    id: `u${index}`,
    parentId: under < index ? `u${under}` : null,
    own: { n: persons, sumHundredths: null, counts: null },
  }));
  const tree: UnitTree = { nodes, withoutUnit: { n: 12, sumHundredths: null, counts: null } };
  const ownAnswers = new Map([
    [ORGANISATION, { n: 72, sum: 250 }],
    ...of.map(
      ({ persons, answer }, index) => [`u${index}`, { n: persons * 6, sum: persons * 6 * answer }] as const,
    ),
  ]);
  return { tree, ownAnswers };
}

/** What readers see of persons under a mask. */
function tableOf(tree: UnitTree, mask: ReturnType<typeof maskUnits>): PublishedTable {
  const { units, organisation } = totalsOf(tree);
  const total = (n: number, isShown: boolean) =>
    n === 0
      ? ({ kind: 'empty' } as const)
      : isShown
        ? ({ kind: 'shown', n, sum: null, bands: null, areBandsHidden: false, percent: null } as const)
        : ({ kind: 'hidden' } as const);
  return {
    totals: new Map([
      [ORGANISATION, total(organisation.n, mask.organisation.figures)],
      ...[...units].map(([id, { n }]) => [id, total(n, mask.units.get(id)?.figures === true)] as const),
    ]),
    parents: new Map(tree.nodes.map(({ id, parentId }) => [id, parentId ?? ORGANISATION])),
  };
}

describe('what is left of a unit', () => {
  it('does not tell what everybody in it said: the unit is hidden with it', () => {
    const { result, violations } = sampleYear({
      mapping: { dimios: { unit: 'Unit' } },
      source: { dimios: { invited: {} } },
      rows: {
        enheter: [
          { UnitId: 'A', UnitName: 'A' },
          { UnitId: 'A1', UnitName: 'A1', Parent: 'A' },
          { UnitId: 'B', UnitName: 'B' },
        ],
        // Eight in A itself who gave the highest answer to everything, and ten below them who did not.
        dimios: [...answersOf('A', 8, 6), ...answersOf('A1', 10, 3), ...answersOf('B', 9, 2)],
      },
    });
    expect(violations).toEqual([]);
    expect(Object.fromEntries(result.maturity.units.map(({ id, n }) => [id, n.kind]))).toEqual({
      A: 'absent',
      A1: 'value',
      B: 'absent',
    });
  });

  it('tells it in no organisation, as the audit finds for itself; by numbers of persons alone it often would', () => {
    let told = 0;
    fc.assert(
      fc.property(places, (of) => {
        const { tree, ownAnswers } = organisationOf(of);
        const audit = (mask: ReturnType<typeof maskUnits>) =>
          auditMaturityAnswers(tableOf(tree, mask), ownAnswers).length;
        const all = () => true;
        expect(audit(maskAnswers({ tree, ownAnswers }, DEFAULT_METHOD_SETTINGS, all))).toBe(0);
        if (audit(maskUnits(tree, DEFAULT_METHOD_SETTINGS)) > 0) told += 1;
      }),
      { seed: 5, numRuns: 5000 },
    );
    expect(told).toBeGreaterThan(500);
  });
});
