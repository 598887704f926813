import { headsOf, loneAnswersOf, regionsOf } from '#core/masking/regions.ts';
import { totalsOf, type AnswerCounts, type UnitTree } from '#core/masking/unit-tree.ts';
import { isRestOutOfAnswers } from './extra-squares.ts';
import { otherAnswersOf } from './unlike-answers.ts';

/**
 * Whether the organisation's interval would tell what all but one in a group said. With mean, bands and invited the interval
 * gives the organisation's answers by value. A group that answered alike stays hidden among them only if others gave the
 * answers that its members might have exchanged with them, and where there are several such groups, for all of them at once.
 * METHOD.md section 7.
 *
 * @param shown units whose mean is shown, the organisation among them
 */
export function wouldIntervalTell(tree: UnitTree, shown: ReadonlySet<string>): boolean {
  const whole = totalsOf(tree).organisation.counts;
  if (whole === null) return false;
  if (isRestOutOfAnswers(tree, shown)) return true;
  const heads = headsOf(tree, shown);
  const lone = loneAnswersOf(tree, heads);
  return [...regionsOf(tree, heads)].some(([head, group]) => {
    const other = otherAnswersOf(group, lone.get(head));
    if (other === null) return false;
    const outside = whole.map((count, index) => count - (group.counts?.[index] ?? 0));
    return !holds(outside, other.needed);
  });
}

function holds(outside: readonly number[], needed: readonly number[]): boolean {
  const left = [...outside] as [...AnswerCounts];
  return needed.every((value) => {
    const count = left[value - 1] ?? 0;
    left[value - 1] = count - 1;
    return count > 0;
  });
}
