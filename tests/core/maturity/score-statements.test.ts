import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreStatements } from '#core/maturity/score-statements.ts';
import { exact, toQuotient } from '#core/number/exact.ts';
import type { Figure } from '#core/result/figure.ts';
import { MATURITY_AREA_IDS } from '#core/result/figure-ids.ts';

const shareOfMax = { maturityNormalisation: 'share-of-max', maturityAggregation: 'hierarchical' } as const;
const all = MATURITY_AREA_IDS.map((area, index) => ({ area, n: 2, sum: index + 4 }));

function read(figure: Figure): string {
  return figure.kind === 'value' ? toQuotient(figure.value) : figure.reason;
}

describe('the maturity score', () => {
  test('is statement mean → area → axis → total, unweighted', () => {
    const statements = [...all, { area: 'efficiency' as const, n: 1, sum: 6 }];
    const score = scoreStatements(statements, shareOfMax);
    // Efficiency: (2 + 6)/2 = 4 of 6.
    expect(read(score.areas.efficiency)).toBe('200/3');
    // Capability: (4 + 5/2 + 3)/3 = 19/6 of 6; legacy: (7/2 + 4 + 9/2)/3 = 4 of 6.
    expect(read(score.axes.capability)).toBe('475/9');
    expect(read(score.axes.legacy)).toBe('200/3');
    expect(read(score.total)).toBe('1075/18');
  });

  test('flat is the mean of all answers', () => {
    const statements = [...all, { area: 'efficiency' as const, n: 1, sum: 6 }];
    const score = scoreStatements(statements, { ...shareOfMax, maturityAggregation: 'flat' });
    expect(read(score.areas.efficiency)).toBe('500/9');
    expect(read(score.total)).toBe(toQuotient(exact('45/13').div(6).mul(100)));
  });

  test('range runs from 0 where share-of-max runs from a sixth', () => {
    const lowest = MATURITY_AREA_IDS.map((area) => ({ area, n: 3, sum: 3 }));
    expect(read(scoreStatements(lowest, shareOfMax).total)).toBe('50/3');
    expect(read(scoreStatements(lowest, { ...shareOfMax, maturityNormalisation: 'range' }).total)).toBe('0');
  });

  test.each(['hierarchical', 'flat'] as const)(
    'a missing area leaves its axis and the total insufficient (%s)',
    (maturityAggregation) => {
      const score = scoreStatements(
        all.filter(({ area }) => area !== 'users'),
        { ...shareOfMax, maturityAggregation },
      );
      expect(read(score.areas.users)).toBe('missing');
      expect(read(score.axes.legacy)).toBe('insufficient');
      expect(read(score.total)).toBe('insufficient');
      expect(score.axes.capability.kind).toBe('value');
      expect(score.areas.technology.kind).toBe('value');
    },
  );

  test('without any answers everything is missing, never zero', () => {
    const { total, axes, areas } = scoreStatements([{ area: 'users', n: 0, sum: 0 }], shareOfMax);
    expect([total, ...Object.values(axes), ...Object.values(areas)].map(read)).toEqual(
      Array(9).fill('missing'),
    );
  });

  test('an area of too few persons hides what is built on it', () => {
    const score = scoreStatements(all, shareOfMax, new Set(['users'] as const));
    expect([score.areas.users, score.axes.legacy, score.total].map(read)).toEqual(
      Array(3).fill('suppressed'),
    );
    expect(score.axes.capability.kind).toBe('value');
  });

  test('every answer alike scores that answer, whatever the rules', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom('hierarchical', 'flat'),
        fc.constantFrom('share-of-max', 'range'),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 6, maxLength: 20 }),
        (answer, maturityAggregation, maturityNormalisation, sizes) => {
          const statements = sizes.map((n, index) => ({
            area: MATURITY_AREA_IDS[index % 6]!,
            n,
            sum: n * answer,
          }));
          const expected =
            maturityNormalisation === 'range' ? exact(answer - 1).div(5) : exact(answer).div(6);
          const score = scoreStatements(statements, { maturityAggregation, maturityNormalisation });
          expect(read(score.total)).toBe(toQuotient(expected.mul(100)));
        },
      ),
    );
  });

  test('raising an answer never lowers the score', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2, max: 11 }), { minLength: 6, maxLength: 6 }),
        fc.nat({ max: 5 }),
        (sums, raised) => {
          const score = (extra: number) =>
            scoreStatements(
              sums.map((sum, index) => ({
                area: MATURITY_AREA_IDS[index]!,
                n: 2,
                sum: sum + (index === raised ? extra : 0),
              })),
              shareOfMax,
            ).total;
          const [before, after] = [score(0), score(1)];
          expect(before.kind === 'value' && after.kind === 'value' && after.value.gt(before.value)).toBe(
            true,
          );
        },
      ),
    );
  });
});
