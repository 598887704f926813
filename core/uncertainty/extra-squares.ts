import { headsOf, loneAnswersOf, regionsOf } from '#core/masking/regions.ts';
import { NO_ANSWERS, ORGANISATION, totalsOf, type UnitTree } from '#core/masking/unit-tree.ts';
import { exact } from '#core/number/exact.ts';
import { sampleOf } from './answer-sample.ts';
import { sampleVariance } from './interval.ts';
import { otherAnswersOf } from './unlike-answers.ts';

/**
 * By how much Σx² of each shown unit, and of the whole organisation, would differ if the groups in it that answered alike had not
 * quite: each group with other answers of the same number and sum ({@link otherAnswersOf}). METHOD.md section 7.
 */
export function extraSquares(tree: UnitTree, shown: ReadonlySet<string>): ReadonlyMap<string, number> {
  const heads = headsOf(tree, new Set([...shown, ORGANISATION]));
  const lone = loneAnswersOf(tree, heads);
  const total = new Map<string, number>();
  for (const [head, group] of regionsOf(tree, heads)) {
    total.set(head, otherAnswersOf(group, lone.get(head))?.squares ?? 0);
  }
  for (const { id, parentId } of [...tree.nodes].reverse()) {
    const parent = parentId ?? ORGANISATION;
    total.set(parent, (total.get(parent) ?? 0) + (total.get(id) ?? 0));
  }
  return total;
}

/**
 * Whether the others could not have exchanged all those answers with a shown unit: what would be left for them is fewer Σx² than any
 * answers with their number and sum have. Then marks cannot be right for other answers and the organisation's Σx² at once.
 */
export function isRestOutOfAnswers(tree: UnitTree, shown: ReadonlySet<string>): boolean {
  const { units, organisation } = totalsOf(tree);
  const whole = sampleOf(organisation);
  const extra = extraSquares(tree, shown);
  return [...shown].some((id) => {
    const unit = id === ORGANISATION ? null : sampleOf(units.get(id) ?? NO_ANSWERS);
    if (!whole || !unit || unit.n >= whole.n) return false;
    const rest = {
      n: whole.n - unit.n,
      sum: whole.sum.sub(unit.sum),
      sumOfSquares: whole.sumOfSquares.sub(unit.sumOfSquares).sub(exact(extra.get(id) ?? 0)),
    };
    return sampleVariance(rest).compare(0) < 0;
  });
}
