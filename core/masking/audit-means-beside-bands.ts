import { withBands, withFigures, type Fault } from './audit-groups.ts';
import { describeGroup, determinedGroups, groupBounds, groupSize } from './determined-groups.ts';
import type { DeterminedGroup } from './determined-groups.ts';
import { BOUNDS_PER_ONE, type Bounds, type PublishedTable } from './published-table.ts';
import { ORGANISATION, totalsOf, type AnswerCounts, type UnitTree } from './unit-tree.ts';

/** What is known of a total: Σ answers, and answers that are positive, neutral, negative. */
interface Known {
  readonly sum: Bounds | null;
  readonly bands: readonly [Bounds, Bounds, Bounds] | null;
}

/**
 * Finds groups whose mean, beside the bands of a group that holds them, tells what all of them but one at most said. Answers
 * are whole numbers, so it looks for some that agree with what is published and are not all alike but one.
 *
 * @param answers the answers behind the table; with them the exact sums are taken, as if rounding protected nothing
 */
export function auditMeansBesideBands(table: PublishedTable, answers: UnitTree | null): readonly Fault[] {
  const groups = determinedGroups(table, withFigures(table));
  const banded = determinedGroups(table, withBands(table));
  if (!groups || !banded) return [{ rule: 'not-separable', equation: '' }];
  const known = answers ? exactly(answers) : asPublished(table);
  const around = new Map(banded.flatMap((group) => group.parts.map((part) => [part, group] as const)));
  return groups.flatMap((group): readonly Fault[] => {
    const outer = around.get(group.parts[0] ?? ORGANISATION);
    if (!outer || group.parts.some((part) => around.get(part) !== outer)) return [];
    const n = groupSize(group, table);
    const sum = groupBounds(group, (id) => known(id)?.sum ?? null);
    const bands = bandsWithin(outer, groupSize(outer, table) - n, known);
    if (n <= 0 || !sum || !bands || mayDiffer(n, sum, bands)) return [];
    return [{ rule: 'mean-beside-bands', equation: describeGroup(group) }];
  });
}

function asPublished({ totals }: PublishedTable): (id: string) => Known | undefined {
  return (id) => {
    const total = totals.get(id);
    return total?.kind === 'shown' ? total : undefined;
  };
}

function exactly(answers: UnitTree): (id: string) => Known | undefined {
  const { units, organisation } = totalsOf(answers);
  const exact = (value: number): Bounds => ({ low: value * BOUNDS_PER_ONE, high: value * BOUNDS_PER_ONE });
  const bandsOf = ([ones, twos, threes, fours, fives]: AnswerCounts) =>
    [exact(fours + fives), exact(threes), exact(ones + twos)] as const;
  return (id) => {
    const total = id === ORGANISATION ? organisation : units.get(id);
    if (!total) return undefined;
    return {
      sum: total.sumHundredths === null ? null : exact(total.sumHundredths / 100),
      bands: total.counts && bandsOf(total.counts),
    };
  };
}

/** How many of each band a group can have whose surroundings have `others` answers more, as whole numbers. */
function bandsWithin(
  outer: DeterminedGroup,
  others: number,
  known: (id: string) => Known | undefined,
): readonly [Bounds, Bounds, Bounds] | null {
  const within = (band: 0 | 1 | 2): Bounds | null => {
    const bounds = groupBounds(outer, (id) => known(id)?.bands?.[band] ?? null);
    return (
      bounds && {
        low: Math.max(0, Math.ceil(bounds.low / BOUNDS_PER_ONE) - others),
        high: Math.floor(bounds.high / BOUNDS_PER_ONE),
      }
    );
  };
  const [positive, neutral, negative] = [within(0), within(1), within(2)];
  return positive && neutral && negative && [positive, neutral, negative];
}

/** Whether n answers with such a sum and such bands may be some of which no answer has all but one. */
function mayDiffer(n: number, sum: Bounds, bands: readonly [Bounds, Bounds, Bounds]): boolean {
  const [low, high] = [Math.ceil(sum.low / BOUNDS_PER_ONE), Math.floor(sum.high / BOUNDS_PER_ONE)];
  const [positive, neutral, negative] = bands;
  for (let above = positive.low; above <= Math.min(positive.high, n); above += 1) {
    // With more 3s, and so fewer 1s and 2s, the least and the greatest sum both grow: other numbers of 3s are out of reach.
    const fewest = Math.max(neutral.low, n - above - negative.high, low - 2 * n - 3 * above, 0);
    const tooMany = Math.floor((high - n - 3 * above) / 2);
    const most = Math.min(neutral.high, n - above - negative.low, tooMany, n - 2, n - above);
    for (let middle = fewest; middle <= most; middle += 1) {
      const below = n - above - middle;
      const [fives, twos] = [withoutAllButOne(above, n), withoutAllButOne(below, n)];
      const base = 4 * above + 3 * middle + below;
      if (fives && twos && base + fives.low + twos.low <= high && base + fives.high + twos.high >= low)
        return true;
    }
  }
  return false;
}

/** How many of one band's answers may be its higher one, so that neither has n − 1; null where one must have. */
function withoutAllButOne(inBand: number, n: number): Bounds | null {
  const bounds = { low: Math.max(0, inBand - (n - 2)), high: Math.min(inBand, n - 2) };
  return bounds.low <= bounds.high ? bounds : null;
}
