import type { Mask } from '#core/masking/mask-units.ts';
import { headsOf, loneAnswersOf, regionsOf } from '#core/masking/regions.ts';
import {
  NO_ANSWERS,
  ORGANISATION,
  totalsOf,
  type UnitCounts,
  type UnitTree,
} from '#core/masking/unit-tree.ts';
import { exact } from '#core/number/exact.ts';
import { sampleOf } from './answer-sample.ts';
import {
  clearDifferences,
  type ComparedSample,
  type ComparedUnit,
  type Difference,
} from './clear-difference.ts';
import { otherAnswersOf } from './unlike-answers.ts';

/** The persons invited, where they are known. */
export interface Invited {
  readonly units: ReadonlyMap<string, number | null>;
  readonly organisation: number | null;
}

/**
 * Marks the units that clearly differ from the rest of the organisation, among those that are shown; hidden ones take no part,
 * so that no mark tells of them. METHOD.md section 7.
 *
 * A mark says how much the answers of a unit spread at most or at least. Where all but one in a group that follows from the
 * published totals answered alike, it is therefore made as if they had answered a little less alike ({@link otherAnswersOf}),
 * with the same number and sum: what is published then holds for those answers too. The same where somebody who is alone in a
 * part of the group, and knows their own answer, is left with others who answered alike.
 *
 * @param depths how far each unit is from the top: units of one depth are corrected for together
 */
export function markUnits(
  tree: UnitTree,
  mask: Mask,
  depths: ReadonlyMap<string, number>,
  invited: Invited,
): ReadonlyMap<string, Difference> {
  const { units: totals, organisation } = totalsOf(tree);
  const whole = mask.organisation.figures ? sampleOf(organisation) : null;
  if (!whole) return new Map();
  const shown = new Set([...mask.units].flatMap(([id, { figures }]) => (figures ? [id] : [])));
  const spread = extraSquares(tree, shown);
  const levels = new Map<number, ComparedUnit[]>();
  for (const id of shown) {
    const compared = compareUnit(id, totals.get(id) ?? NO_ANSWERS, spread.get(id) ?? 0, whole, invited);
    const depth = depths.get(id) ?? 0;
    if (compared) levels.set(depth, [...(levels.get(depth) ?? []), compared]);
  }
  return new Map([...levels.values()].flatMap((level) => [...clearDifferences(level)]));
}

function compareUnit(
  id: string,
  total: UnitCounts,
  spread: number,
  whole: Omit<ComparedSample, 'invited'>,
  invited: Invited,
): ComparedUnit | null {
  const sample = sampleOf(total);
  if (!sample) return null;
  const here = invited.units.get(id) ?? null;
  const sumOfSquares = sample.sumOfSquares.add(exact(spread));
  return {
    id,
    unit: { ...sample, sumOfSquares, invited: here },
    rest: {
      n: whole.n - sample.n,
      sum: whole.sum.sub(sample.sum),
      sumOfSquares: whole.sumOfSquares.sub(sumOfSquares),
      invited: here === null || invited.organisation === null ? null : invited.organisation - here,
    },
  };
}

/** By how much Σx² of each shown unit would differ, if the groups in it that answered alike had not quite. */
function extraSquares(tree: UnitTree, shown: ReadonlySet<string>): ReadonlyMap<string, number> {
  const extra = new Map<string, number>();
  const heads = headsOf(tree, new Set([...shown, ORGANISATION]));
  const lone = loneAnswersOf(tree, heads);
  for (const [head, group] of regionsOf(tree, heads)) {
    extra.set(head, otherAnswersOf(group, lone.get(head))?.squares ?? 0);
  }
  const total = new Map<string, number>();
  for (const { id, parentId } of [...tree.nodes].reverse()) {
    const sum = (total.get(id) ?? 0) + (extra.get(id) ?? 0);
    total.set(id, sum);
    if (parentId !== null) total.set(parentId, (total.get(parentId) ?? 0) + sum);
  }
  return total;
}
