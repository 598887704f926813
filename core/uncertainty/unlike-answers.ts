import type { AnswerCounts, UnitCounts } from '#core/masking/unit-tree.ts';

/**
 * Other answers that a group might have given with the same number and the same sum, not all alike but one as those it did
 * give: what a reader must be left to believe. `squares` is by how much their Σx² is greater; `needed` are the values
 * that come in, which, where all the organisation's answers are known, others must have given.
 */
export interface OtherAnswers {
  readonly squares: number;
  readonly needed: readonly number[];
}

/**
 * Finds such answers for a group of which all, or all but one, said the same; null for any other group, which has nothing to
 * hide. Two who said v might have said v − 1 and v + 1; somebody who stands further away might be one step nearer, and another
 * one step from v. Groups at the ends of the scale, for which neither is possible, are never shown (METHOD.md section 6, rule 1).
 */
export function otherAnswersOf({ n, counts }: UnitCounts): OtherAnswers | null {
  if (counts === null || n === 0) return null;
  const common = counts.findIndex((count) => count >= n - 1) + 1;
  if (common === 0) return null;
  const single = singleBeside(counts, common);
  const distance = Math.abs(single - common);
  if (distance < 2) return { squares: 2, needed: [common - 1, common + 1] };
  const step = single > common ? 1 : -1;
  return { squares: -2 * (distance - 1), needed: [single - step, common + step] };
}

/** The one answer that is not like the others; the common one where there is none. */
function singleBeside(counts: AnswerCounts, common: number): number {
  const other = counts.findIndex((count, index) => count === 1 && index + 1 !== common) + 1;
  return other === 0 ? common : other;
}
