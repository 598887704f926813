import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criticalValue, twoSidedProbability } from '#core/uncertainty/student-t.ts';

describe("Student's t", () => {
  // Critical values as printed in statistical tables (two-sided 5 %).
  test.each([
    [1, 12.7062],
    [2, 4.30265],
    [5, 2.57058],
    [10, 2.22814],
    [19, 2.09302],
    [30, 2.04227],
    [120, 1.97993],
    [1999, 1.96115],
  ])('has the tabulated 5 %% critical value for %i degrees of freedom', (degreesOfFreedom, tabulated) => {
    expect(criticalValue(0.05, degreesOfFreedom)).toBeCloseTo(tabulated, 4);
  });

  test('is the Cauchy distribution at one degree of freedom', () => {
    expect(twoSidedProbability(1, 1)).toBeCloseTo(0.5, 12);
    expect(twoSidedProbability(3, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(3), 12);
  });

  test('has the closed form of two degrees of freedom', () => {
    expect(twoSidedProbability(1.5, 2)).toBeCloseTo(1 - 1.5 / Math.sqrt(2 + 1.5 * 1.5), 12);
  });

  test('gives a probability that falls as t grows, and the critical value undoes it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        fc.double({ min: 1, max: 5000, noNaN: true }),
        (t, degreesOfFreedom) => {
          const probability = twoSidedProbability(t, degreesOfFreedom);
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
          if (probability > 1e-12) expect(criticalValue(probability, degreesOfFreedom)).toBeCloseTo(t, 5);
        },
      ),
    );
  });
});
