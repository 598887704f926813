import { subtractCounts, type AnswerCounts, type UnitCounts } from '#core/masking/unit-tree.ts';

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
 *
 * Who is alone in a part of the group knows their own answer, and sees a smaller group: what it said must be left open as well.
 * It does not stand at an end of the scale either (rule 2), so that two of the many can part, whoever the reader is.
 *
 * @param lone the answers of parts that hold one answer each
 */
export function otherAnswersOf(group: UnitCounts, lone: readonly UnitCounts[] = []): OtherAnswers | null {
  const ofOthers = lone.flatMap((part) => ofAlike(subtractCounts(group, part)) ?? []);
  const inside = ofOthers.find(({ common }) => common > 1 && common < 5);
  return inside ? apart(inside.common) : ofAlike(group);
}

/** Two who said `common` said one less and one more. */
function apart(common: number): OtherAnswers {
  return { squares: 2, needed: [common - 1, common + 1] };
}

function ofAlike({ n, counts }: UnitCounts): (OtherAnswers & { readonly common: number }) | null {
  if (counts === null || n === 0) return null;
  const common = counts.findIndex((count) => count >= n - 1) + 1;
  if (common === 0) return null;
  const single = singleBeside(counts, common);
  const distance = Math.abs(single - common);
  if (distance < 2) return { common, ...apart(common) };
  const step = single > common ? 1 : -1;
  return { common, squares: -2 * (distance - 1), needed: [single - step, common + step] };
}

/** The one answer that is not like the others; the common one where there is none. */
function singleBeside(counts: AnswerCounts, common: number): number {
  const other = counts.findIndex((count, index) => count === 1 && index + 1 !== common) + 1;
  return other === 0 ? common : other;
}
