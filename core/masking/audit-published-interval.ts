import { exact } from '#core/number/exact.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { halfWidthOfMean } from '#core/uncertainty/interval.ts';
import { withFigures, type Fault } from './audit-groups.ts';
import { describeGroup, determinedGroups, groupBounds, groupSize } from './determined-groups.ts';
import { BOUNDS_PER_ONE, type Bounds, type PublishedTable } from './published-table.ts';
import { ORGANISATION } from './unit-tree.ts';

type Counts = readonly [number, number, number, number, number];

/** In larger groups rounding leaves several sums, and many answers have each of them. */
const LARGEST_GROUP = 60;

/**
 * Finds what an interval tells an outsider, without the answers at hand: with number, mean, bands and invited it gives the
 * organisation's answers by value. A group is told where no answers but such as are all alike but one have a sum that its
 * rounded figures leave, and can be taken from those. METHOD.md section 7.
 */
export function auditPublishedInterval(result: IndexResult, table: PublishedTable): readonly Fault[] {
  const all = answersByValue(result, table);
  const groups = all.length === 0 ? [] : determinedGroups(table, withFigures(table));
  if (!groups) return [{ rule: 'not-separable', equation: '' }];
  const sumOf = (id: string) => {
    const total = table.totals.get(id);
    return total?.kind === 'shown' ? total.sum : null;
  };
  return groups
    .filter((group) => {
      const n = groupSize(group, table);
      const sum = groupBounds(group, sumOf);
      if (sum === null || n < 1 || n > LARGEST_GROUP) return false;
      return all.every((counts) => !mayBeUnlike(n, sum, counts));
    })
    .map((group) => ({ rule: 'interval-tells' as const, equation: describeGroup(group) }));
}

/** The organisation's answers by value, as they must be for the interval that is published: mostly one possibility. */
function answersByValue(result: IndexResult, { totals }: PublishedTable): readonly Counts[] {
  const { interval } = result.uncertainty.employeeMean;
  const whole = totals.get(ORGANISATION);
  const invited = result.figures.employeeInvited.figure;
  if (interval.kind === 'absent' || whole?.kind !== 'shown' || invited.kind === 'absent') return [];
  if (!whole.sum || !whole.bands) return [];
  const { n } = whole;
  const sum = Math.round(whole.sum.low / BOUNDS_PER_ONE);
  const [positive, neutral, negative] = whole.bands.map(({ low }) => Math.round(low / BOUNDS_PER_ONE)) as [
    number,
    number,
    number,
  ];
  // Fives less ones is what the sum leaves, so each number of ones gives all five.
  const difference = sum - (2 * negative + 3 * neutral + 4 * positive);
  const possible: Counts[] = [];
  for (let ones = Math.max(0, -difference); ones <= negative && ones + difference <= positive; ones += 1) {
    const counts: Counts = [ones, negative - ones, neutral, positive - ones - difference, ones + difference];
    const squares = counts.reduce((total, count, index) => total + count * (index + 1) ** 2, 0);
    const sample = { n, sum: exact(sum), sumOfSquares: exact(squares), invited: Number(invited.shown) };
    const half = halfWidthOfMean(sample);
    if ('reason' in half) continue;
    const [low, high] = [sum / n - half.halfWidth, sum / n + half.halfWidth];
    const isPublished =
      Math.max(1, low).toFixed(6) === interval.low.value &&
      Math.min(5, high).toFixed(6) === interval.high.value;
    if (isPublished) possible.push(counts);
  }
  return possible;
}

/** Whether some `n` of the answers, with a sum within the bounds, are not all alike but one. */
function mayBeUnlike(n: number, sum: Bounds, all: Counts): boolean {
  const most = all.map((count) => Math.min(count, n - 2)) as [...Counts];
  const [low, high] = [Math.ceil(sum.low / BOUNDS_PER_ONE), Math.floor(sum.high / BOUNDS_PER_ONE)];
  for (let one = 0; one <= most[0]; one += 1) {
    for (let two = 0; two <= most[1] && one + two <= n; two += 1) {
      for (let three = 0; three <= most[2] && one + two + three <= n; three += 1) {
        const left = n - one - two - three;
        // The fewest and most fives that `left` fours and fives can have among all, and the sums they give.
        const fewest = Math.max(0, left - most[3]);
        const least = one + 2 * two + 3 * three + 4 * left + fewest;
        const greatest = one + 2 * two + 3 * three + 4 * left + Math.min(left, most[4]);
        if (left <= most[3] + most[4] && least <= high && greatest >= low) return true;
      }
    }
  }
  return false;
}
