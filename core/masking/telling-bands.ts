import { headsOf, regionsOf } from './regions.ts';
import { NO_ANSWERS, subtractCounts, type AnswerCounts, type UnitTree } from './unit-tree.ts';

/**
 * Finds shown units whose bands, beside the mean of a smaller group within, tell what everybody in that group but one at
 * most said. All of a group said 3, say, and the others around it are all on one side: nobody can be above to make up for
 * somebody below, so a mean of 3 is 3 from each. Where the others have the bands that {@link MAY_STAND_FOR} lists, the same
 * mean may as well come from other answers.
 *
 * @param figures units whose mean is shown
 * @param bands units whose bands are shown; all of them are in `figures`
 */
export function unitsWithTellingBands(
  tree: UnitTree,
  figures: ReadonlySet<string>,
  bands: ReadonlySet<string>,
): readonly string[] {
  const bandsHeadOf = headsOf(tree, bands);
  const others = new Map(regionsOf(tree, bandsHeadOf));
  const needed = new Map<string, Set<Side>>();
  // A region of figures lies within one region of bands: the one its head is in.
  for (const [head, group] of regionsOf(tree, headsOf(tree, figures))) {
    const outer = bandsHeadOf.get(head);
    const sides = group.counts && MAY_STAND_FOR[indexOfAllButOne(group.counts, group.n)];
    if (outer === undefined || !sides) continue;
    others.set(outer, subtractCounts(others.get(outer) ?? NO_ANSWERS, group));
    needed.set(outer, new Set([...(needed.get(outer) ?? []), ...sides]));
  }
  return [...needed].flatMap(([head, sides]) => {
    const counts = others.get(head)?.counts;
    return counts && [...sides].every((side) => hasSide(counts, side)) ? [] : [head];
  });
}

type Side = 'above' | 'below';

/**
 * By the answer that all but one gave, 1 to 5: on which sides of 3 the others must have somebody. 1: two 2s may stand for a
 * 1 and a 3. 3: a 2 and a 4 for two 3s. 5: as 1. None for 2 and 4: bands are shown only where two are outside each, and
 * a 1 and a 3, or two 1s and a 4, may stand for 2s.
 */
const MAY_STAND_FOR: readonly (readonly Side[] | undefined)[] = [
  ['below'],
  undefined,
  ['above', 'below'],
  undefined,
  ['above'],
];

function indexOfAllButOne(counts: AnswerCounts, n: number): number {
  return n === 0 ? -1 : counts.findIndex((count) => count >= n - 1);
}

function hasSide([ones, twos, , fours, fives]: AnswerCounts, side: Side): boolean {
  return (side === 'below' ? ones + twos : fours + fives) > 0;
}
