import type { UnitCounts } from '#core/masking/unit-tree.ts';
import { exact } from '#core/number/exact.ts';
import type { Sample } from './interval.ts';

/** Answers 1 to 5 as a sample; null where only their mean is known, which tells nothing of how they spread. */
export function sampleOf({ n, counts }: UnitCounts): Omit<Sample, 'invited'> | null {
  if (counts === null) return null;
  const total = (power: number) =>
    counts.reduce((sum, count, index) => sum + count * (index + 1) ** power, 0);
  return { n, sum: exact(total(1)), sumOfSquares: exact(total(2)) };
}
