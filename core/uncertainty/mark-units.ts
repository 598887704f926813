import type { Mask } from '#core/masking/mask-units.ts';
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
import { extraSquares } from './extra-squares.ts';
import { wouldIntervalTell } from './interval-tells.ts';
import { MINIMUM_ANSWERS_FOR_INTERVAL } from './interval.ts';

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
 * published totals answered alike, it is therefore made as if they had answered a little less alike ({@link extraSquares}),
 * with the same number and sum: what is published then holds for those answers too. The same where somebody who is alone in a
 * part of the group, and knows their own answer, is left with others who answered alike. The rest of the organisation then has
 * the answers it gave, as less alike where they are; but where an interval tells the organisation's Σx², the rest has exchanged
 * them with the group.
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
  const ofAll = mayIntervalBeShown(tree, mask, shown) ? 0 : (spread.get(ORGANISATION) ?? 0);
  const lessAlike = { ...whole, sumOfSquares: whole.sumOfSquares.add(exact(ofAll)) };
  const levels = new Map<number, ComparedUnit[]>();
  for (const id of shown) {
    const compared = compareUnit(id, totals.get(id) ?? NO_ANSWERS, spread.get(id) ?? 0, lessAlike, invited);
    const depth = depths.get(id) ?? 0;
    if (compared) levels.set(depth, [...(levels.get(depth) ?? []), compared]);
  }
  return new Map([...levels.values()].flatMap((level) => [...clearDifferences(level)]));
}

/** Whether readers may learn the organisation's Σx²; more often than they do, since the invited may be typed in. */
function mayIntervalBeShown(tree: UnitTree, mask: Mask, shown: ReadonlySet<string>): boolean {
  const { n } = totalsOf(tree).organisation;
  if (!mask.organisation.bands || n < MINIMUM_ANSWERS_FOR_INTERVAL) return false;
  return !wouldIntervalTell(tree, new Set([ORGANISATION, ...shown]));
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
