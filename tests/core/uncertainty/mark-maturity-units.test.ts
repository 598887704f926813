import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditMaturityMarks } from '#core/masking/audit-maturity-marks.ts';
import { maskUnits } from '#core/masking/mask-units.ts';
import { publishedTable } from '#core/masking/published-table.ts';
import { totalsOf, type UnitTree } from '#core/masking/unit-tree.ts';
import type { PersonMoments } from '#core/maturity/person-means.ts';
import { exact } from '#core/number/exact.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { DEFAULT_METHOD_SETTINGS } from '#core/settings/method-settings.ts';
import { markMaturityUnits } from '#core/uncertainty/mark-maturity-units.ts';
import { depthsOf } from '#core/units/unit-directory.ts';

/** Means of persons on a place, in quarters: 4 to 24. */
type Persons = readonly number[];
interface Place {
  readonly id: string;
  readonly parentId: string | null;
  readonly persons: Persons;
}

function momentsOf(persons: Persons): PersonMoments {
  const sum = (power: number) => exact(persons.reduce((all, one) => all + one ** power, 0)).div(4 ** power);
  const moments = { n: persons.length, sum: sum(1), sumOfSquares: sum(2) };
  return { hierarchical: moments, flat: moments };
}

function treeOf(places: readonly Place[]): UnitTree {
  return {
    nodes: places.map(({ id, parentId, persons }) => ({
      id,
      parentId,
      own: { n: persons.length, sumHundredths: null, counts: null },
    })),
    withoutUnit: { n: 0, sumHundredths: null, counts: null },
  };
}

function marksOf(places: readonly Place[]) {
  const tree = treeOf(places);
  const personMeans = new Map(places.map(({ id, persons }) => [id, momentsOf(persons)]));
  const mask = maskUnits(tree, DEFAULT_METHOD_SETTINGS);
  const marks = markMaturityUnits({ tree, personMeans }, mask, depthsOf(places), DEFAULT_METHOD_SETTINGS);
  return { marks, mask, tree, personMeans };
}

/** What a result says of these units, as far as the audit of marks reads it. */
function resultOf(places: readonly Place[], differences: ReadonlyMap<string, string>): IndexResult {
  const { mask, tree } = marksOf(places);
  const { units, organisation } = totalsOf(tree);
  const depths = depthsOf(places);
  const value = (n: number) => ({ kind: 'value', shown: String(n), exact: null });
  const suppressed = { kind: 'absent', reason: 'suppressed' };
  const whole = mask.organisation.figures ? value(organisation.n) : suppressed;
  return {
    method: DEFAULT_METHOD_SETTINGS,
    figures: {
      maturityRespondents: { figure: whole, origin: 'computed' },
      maturityResponseRate: { figure: suppressed, origin: 'none' },
      maturityPercent: { figure: suppressed, origin: 'none' },
    },
    maturity: {
      unitsFrom: 'answers',
      units: places.map(({ id, parentId }) => {
        const isShown = mask.units.get(id)?.figures === true;
        const n = units.get(id)?.n ?? 0;
        return {
          id,
          parentId,
          depth: depths.get(id),
          n: isShown ? value(n) : n === 0 ? { kind: 'absent', reason: 'missing' } : suppressed,
          percent: suppressed,
          origin: isShown ? 'computed' : 'none',
          difference: differences.get(id) ?? 'none',
        };
      }),
    },
  } as unknown as IndexResult;
}

function auditOf(places: readonly Place[], differences: ReadonlyMap<string, string>) {
  const result = resultOf(places, differences);
  return auditMaturityMarks(result, publishedTable(result, 'maturity'), marksOf(places).personMeans);
}

/** Up to nine units, some under others; some of one mind, some not. */
const organisation: fc.Arbitrary<readonly Place[]> = fc
  .array(
    fc.record({
      under: fc.nat(12),
      size: fc.nat(24),
      about: fc.integer({ min: 6, max: 22 }),
      spread: fc.nat(2),
      seed: fc.nat(999),
    }),
    { minLength: 2, maxLength: 9 },
  )
  .map((units) =>
    units.map(({ under, size, about, spread, seed }, index) => ({
      id: `u${index}`,
      parentId: under < index ? `u${under}` : null,
      persons: Array.from({ length: size }, (_, person) => about + (((seed + person * 7) % 5) - 2) * spread),
    })),
  );

const apart: readonly Place[] = [
  { id: 'high', parentId: null, persons: Array.from({ length: 30 }, (_, index) => 20 + (index % 3)) },
  { id: 'low', parentId: null, persons: Array.from({ length: 30 }, (_, index) => 8 + (index % 3)) },
  { id: 'few', parentId: null, persons: [22, 22, 22, 21, 21, 22, 22, 22, 22] },
];

describe('marks of maturity units', () => {
  it('say which clearly differ from everybody else, and none of fewer than ten', () => {
    expect(Object.fromEntries(marksOf(apart).marks)).toEqual({ high: 'higher', low: 'lower', few: 'none' });
  });

  it('are the same where a group was more of one mind than half a step: nobody can tell it from them', () => {
    let seen = 0;
    fc.assert(
      fc.property(organisation, fc.nat(8), fc.constantFrom(0, 1), (places, chosen, apartBy) => {
        const at = chosen % places.length;
        // The same persons and sum, all alike or alternately a quarter of a step apart; both vary by less than 1/4.
        const told = places.map((place, index) => {
          if (index !== at || place.persons.length % 2 === 1) return place;
          return {
            ...place,
            persons: place.persons.map((_, person) => 12 + (person % 2 === 0 ? 1 : -1) * apartBy),
          };
        });
        const alike = told.map((place, index) =>
          index === at && place.persons.length % 2 === 0
            ? { ...place, persons: place.persons.map(() => 12) }
            : place,
        );
        const [a, b] = [marksOf(told), marksOf(alike)];
        if ([...a.marks.values()].some((mark) => mark !== 'none')) seen += 1;
        // Only where the place is a group of its own: joined with another, what matters is how the two vary together.
        const isOwn = told[at]?.parentId === null && !places.some(({ parentId }) => parentId === `u${at}`);
        if (isOwn && a.mask.units.get(`u${at}`)?.figures) expect([...b.marks]).toEqual([...a.marks]);
      }),
      { seed: 7, numRuns: 2000 },
    );
    expect(seen).toBeGreaterThan(200);
  });

  it('pass the audit, whatever the organisation', () => {
    fc.assert(
      fc.property(organisation, (places) => {
        expect(auditOf(places, marksOf(places).marks)).toEqual([]);
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  it('that are not these are refused: of hidden or small units, or made from how alike persons are', () => {
    expect(auditOf(apart, new Map([['few', 'higher']]))).toMatchObject([{ rule: 'mark-tells' }]);
    expect(
      auditOf(
        apart,
        new Map([
          ['high', 'none'],
          ['low', 'lower'],
        ]),
      ),
    ).toMatchObject([{ rule: 'mark-tells', equation: 'total(high)' }]);
    // All of one mind and near the rest: from the persons as they are it would be marked, and tell that they are.
    const oneMind: readonly Place[] = [
      { id: 'one', parentId: null, persons: Array.from({ length: 12 }, () => 14) },
      { id: 'all', parentId: null, persons: Array.from({ length: 400 }, (_, index) => 13 + (index % 2)) },
    ];
    expect(marksOf(oneMind).marks.get('one')).toBe('none');
    expect(auditOf(oneMind, new Map([['one', 'higher']]))).toMatchObject([{ rule: 'mark-tells' }]);
  });

  it('are made without the organisation where its own total is hidden', () => {
    const few: readonly Place[] = [{ id: 'a', parentId: null, persons: [8, 9, 10] }];
    expect(marksOf(few).marks.size).toBe(0);
  });
});
