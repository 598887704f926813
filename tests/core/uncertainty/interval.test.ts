import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exact, toQuotient } from '#core/number/exact.ts';
import { carriedHalfWidth, carriedWorstCase } from '#core/uncertainty/carry.ts';
import { meanInterval, sampleVariance, worstCase, type Sample } from '#core/uncertainty/interval.ts';

const scale = { low: exact(1), high: exact(5) };

function sampleOf(answers: readonly number[], invited: number): Sample {
  const sum = answers.reduce((total, answer) => total + answer, 0);
  const squares = answers.reduce((total, answer) => total + answer * answer, 0);
  return { n: answers.length, invited, sum: exact(sum), sumOfSquares: exact(squares) };
}

const twenty = [1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5];

describe('the interval of a mean', () => {
  test('is t · √((1 − n/N)·s²/n) on both sides', () => {
    // By hand: the mean is 3,75; (1 − 20/40)/20 = 0,025; the tables give t(19) = 2,09302.
    const spread = twenty.reduce((total, answer) => total + (answer - 3.75) ** 2, 0);
    const halfWidth = 2.0930240544 * Math.sqrt((spread / 19) * 0.025);
    expect(meanInterval(sampleOf(twenty, 40), scale)).toMatchObject({
      low: expect.closeTo(3.75 - halfWidth, 8) as number,
      high: expect.closeTo(3.75 + halfWidth, 8) as number,
      allAlike: false,
    });
  });

  test('has no width when everyone who was asked answered', () => {
    expect(meanInterval(sampleOf(twenty, 20), scale)).toMatchObject({
      low: 3.75,
      high: 3.75,
      allAlike: false,
    });
  });

  test('says so when all answered alike', () => {
    const alike = Array.from({ length: 25 }, () => 4);
    expect(meanInterval(sampleOf(alike, 100), scale)).toMatchObject({ low: 4, high: 4, allAlike: true });
  });

  test('is hidden under twenty answers, since mean and invited would give answers away', () => {
    expect(meanInterval(sampleOf(twenty.slice(1), 40), scale)).toEqual({
      kind: 'absent',
      reason: 'suppressed',
    });
  });

  test('is invalid where more answered than were invited, and missing without answers', () => {
    expect(meanInterval(sampleOf(twenty, 19), scale)).toEqual({ kind: 'absent', reason: 'invalid' });
    expect(meanInterval(sampleOf([], 19), scale)).toEqual({ kind: 'absent', reason: 'missing' });
  });

  test('never leaves the scale', () => {
    const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(answers, fc.nat(500), (values, silent) => {
        const interval = meanInterval(sampleOf(values, values.length + silent), scale);
        if (interval.kind !== 'interval') throw new Error('expected an interval');
        expect(interval.low).toBeGreaterThanOrEqual(1);
        expect(interval.high).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('the variance', () => {
  test('is exact', () => {
    expect(toQuotient(sampleVariance(sampleOf([1, 2, 4], 3)))).toBe('7/3');
  });
});

describe('the worst case', () => {
  test('puts all who did not answer at one end, exactly', () => {
    const bounds = worstCase(exact('3.72'), 100, 150, scale);
    if (bounds.kind !== 'worst-case') throw new Error('expected bounds');
    expect([toQuotient(bounds.low), toQuotient(bounds.high)]).toEqual(['211/75', '311/75']);
  });

  test('always holds the interval', () => {
    const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(answers, fc.nat(500), (values, silent) => {
        const sample = sampleOf(values, values.length + silent);
        const bounds = worstCase(sample.sum.div(sample.n), sample.n, sample.invited, scale);
        if (bounds.kind !== 'worst-case') throw new Error('expected bounds');
        const mean = sample.sum.div(sample.n);
        expect(bounds.low.compare(mean)).toBeLessThanOrEqual(0);
        expect(bounds.high.compare(mean)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('carrying into derived figures', () => {
  test('adds half widths as the root of summed squares', () => {
    const part = { halfWidth: 3, weight: exact('1/2') };
    expect(carriedHalfWidth([part, { halfWidth: 4, weight: exact('1/2') }])).toBeCloseTo(2.5, 12);
  });

  test('adds worst cases linearly', () => {
    const bounds = { kind: 'worst-case', low: exact(2), high: exact(4) } as const;
    const carried = carriedWorstCase([{ bounds, weight: exact('1/2') }], exact(1));
    expect([toQuotient(carried.low), toQuotient(carried.high)]).toEqual(['2', '3']);
  });
});
