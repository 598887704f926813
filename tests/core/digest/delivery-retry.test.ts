import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideRetry, RETRY_CLASSES, type RetryClass } from '#core/digest/delivery-retry.ts';

const retryClass = fc.constantFrom(...RETRY_CLASSES);
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function waitsOf(kind: RetryClass): readonly number[] {
  const waits: number[] = [];
  for (let attempts = 1; ; attempts += 1) {
    const decision = decideRetry({ retryClass: kind, attempts, askedMs: null, random: 0 });
    if (decision.kind === 'give-up') return waits;
    waits.push(decision.waitMs / 1000);
  }
}

describe('retries', () => {
  test('double from a first wait to a longest one, then end', () => {
    expect(waitsOf('throttled')).toEqual([30, 60, 120, 240, 480, 960, 1800]);
    expect(waitsOf('unavailable')).toEqual([60, 120, 240, 480, 960, 1920, 3600]);
    expect(waitsOf('unreachable')).toEqual([10, 20, 40, 80, 160]);
  });

  test('never come before the target wants them, and not much later', () => {
    fc.assert(
      fc.property(retryClass, fc.integer({ min: 0, max: 3_600_000 }), random, (kind, askedMs, drawn) => {
        const decision = decideRetry({ retryClass: kind, attempts: 1, askedMs, random: drawn });
        const waitMs = decision.kind === 'again' ? decision.waitMs : Number.NaN;
        expect(waitMs).toBeGreaterThanOrEqual(Math.max(askedMs, 1000));
        expect(waitMs).toBeLessThanOrEqual(Math.max(askedMs, 1000) * 1.25 + 1);
      }),
    );
  });

  test('are spread, so that a thousand that failed together do not come back together', () => {
    const waits = Array.from({ length: 1000 }, (_, index) =>
      decideRetry({ retryClass: 'throttled', attempts: 1, askedMs: null, random: index / 1000 }),
    );
    expect(new Set(waits.map((wait) => JSON.stringify(wait))).size).toBe(1000);
  });

  test('end at once where the target asks for more than a day', () => {
    const askedMs = 24 * 3_600_000 + 1;
    expect(decideRetry({ retryClass: 'throttled', attempts: 1, askedMs, random: 0 })).toEqual({
      kind: 'give-up',
    });
  });
});
