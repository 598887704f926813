import { describe, expect, test } from 'vitest';
import { exact } from '#core/number/exact.ts';
import { clearDifferences, type ComparedSample } from '#core/uncertainty/clear-difference.ts';

/** Counts of the answers 1, 2, 3, 4, 5 as a sample. */
function sample(counts: readonly number[], invited: number | null = null): ComparedSample {
  const total = (power: number) =>
    counts.reduce((sum, count, index) => sum + count * (index + 1) ** power, 0);
  return { n: total(0), sum: exact(total(1)), sumOfSquares: exact(total(2)), invited };
}

const rest = sample([20, 40, 120, 160, 60]);

describe('a clear difference', () => {
  test('is marked for a unit far from the rest, with its direction', () => {
    const marks = clearDifferences([
      { id: 'low', unit: sample([10, 10, 4, 1, 0]), rest },
      { id: 'high', unit: sample([0, 0, 1, 10, 20]), rest },
      { id: 'same', unit: sample([1, 2, 6, 8, 3]), rest },
    ]);
    expect(Object.fromEntries(marks)).toEqual({ low: 'lower', high: 'higher', same: 'none' });
  });

  test('is never marked under ten answers or where all answered alike', () => {
    const marks = clearDifferences([
      { id: 'nine', unit: sample([9, 0, 0, 0, 0]), rest },
      { id: 'few', unit: sample([8, 1, 0, 0, 0]), rest },
      { id: 'alike', unit: sample([30, 0, 0, 0, 0]), rest },
    ]);
    expect([...marks.values()]).toEqual(['none', 'none', 'none']);
  });

  test('needs stronger evidence the more units are compared (Holm)', () => {
    const borderline = { id: 'a', unit: sample([3, 7, 11, 9, 2]), rest };
    expect(clearDifferences([borderline]).get('a')).toBe('lower');
    const others = Array.from({ length: 30 }, (_, index) => ({
      id: `other-${index}`,
      unit: sample([1, 2, 6, 8, 3]),
      rest,
    }));
    expect(clearDifferences([borderline, ...others]).get('a')).toBe('none');
  });

  test('counts a unit where everyone answered as known, not sampled', () => {
    const unit = [4, 4, 6, 8, 2];
    expect(clearDifferences([{ id: 'a', unit: sample(unit), rest }]).get('a')).toBe('none');
    const known = { id: 'a', unit: sample(unit, 24), rest: sample([20, 40, 120, 160, 60], 410) };
    expect(clearDifferences([known]).get('a')).toBe('lower');
  });
});
