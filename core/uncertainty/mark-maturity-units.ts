import type { Mask } from '#core/masking/mask-units.ts';
import { headsOf } from '#core/masking/regions.ts';
import { ORGANISATION, type UnitTree } from '#core/masking/unit-tree.ts';
import type { MaturityTree } from '#core/maturity/maturity-tree.ts';
import { addPersons, NO_PERSONS, type Moments, type PersonMoments } from '#core/maturity/person-means.ts';
import { exact, ZERO, type Exact } from '#core/number/exact.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import { clearDifferences, type ComparedUnit, type Difference } from './clear-difference.ts';
import { sampleVariance } from './interval.ts';

/** Person means, 1–6, are taken to vary no less than this within a group: a standard deviation of half a step. */
export const LEAST_VARIANCE = exact('1/4');

/**
 * Marks the units whose maturity clearly differs from the rest of the organisation, by the means of their persons; hidden
 * units take no part. METHOD.md section 7.
 *
 * A mark says how much persons vary at most. In every group that follows from the published totals their variance is
 * therefore taken as {@link LEAST_VARIANCE} at least, in the unit and in the rest: that a group was more of one mind than
 * that changes no mark, so none tells it.
 *
 * @param depths how far each unit is from the top: units of one depth are corrected for together
 */
export function markMaturityUnits(
  { tree, personMeans }: Pick<MaturityTree, 'tree' | 'personMeans'>,
  mask: Mask,
  depths: ReadonlyMap<string, number>,
  { maturityAggregation }: Pick<MethodSettings, 'maturityAggregation'>,
): ReadonlyMap<string, Difference> {
  if (!mask.organisation.figures) return new Map();
  const shown = new Set([...mask.units].flatMap(([id, { figures }]) => (figures ? [id] : [])));
  const groups = groupMeans(tree, shown, personMeans);
  const totals = new Map<string, Moments>();
  for (const [head, persons] of groups) totals.set(head, atLeastVaried(persons[maturityAggregation]));
  for (const { id, parentId } of [...tree.nodes].reverse()) {
    const total = totals.get(id);
    if (total) add(totals, parentId ?? ORGANISATION, total);
  }
  const whole = totals.get(ORGANISATION);
  if (!whole) return new Map();
  const levels = new Map<number, ComparedUnit[]>();
  for (const id of shown) {
    const unit = totals.get(id);
    if (!unit) continue;
    const depth = depths.get(id) ?? 0;
    // Persons invited are known for the whole organisation only.
    const compared = {
      id,
      unit: { ...unit, invited: null },
      rest: { ...less(whole, unit), invited: null },
    };
    levels.set(depth, [...(levels.get(depth) ?? []), compared]);
  }
  return new Map([...levels.values()].flatMap((level) => [...clearDifferences(level)]));
}

/** The persons of what is left of each shown unit when its topmost shown descendants are taken away. */
function groupMeans(
  tree: UnitTree,
  shown: ReadonlySet<string>,
  personMeans: MaturityTree['personMeans'],
): ReadonlyMap<string, PersonMoments> {
  const groups = new Map<string, PersonMoments>();
  const heads = headsOf(tree, new Set([...shown, ORGANISATION]));
  for (const [id, persons] of personMeans) {
    const head = heads.get(id);
    if (head !== undefined) groups.set(head, addPersons(groups.get(head) ?? NO_PERSONS, persons));
  }
  return groups;
}

/** The same persons and sum, with squares as of persons who vary by {@link LEAST_VARIANCE} where they vary by less. */
export function atLeastVaried(persons: Moments): Moments {
  const lacking = LEAST_VARIANCE.sub(sampleVariance(persons));
  if (persons.n < 2 || lacking.compare(0) <= 0) return persons;
  return { ...persons, sumOfSquares: persons.sumOfSquares.add(lacking.mul(persons.n - 1)) };
}

function add(totals: Map<string, Moments>, id: string, more: Moments): void {
  const { n, sum, sumOfSquares } = totals.get(id) ?? { n: 0, sum: ZERO, sumOfSquares: ZERO };
  totals.set(id, {
    n: n + more.n,
    sum: sum.add(more.sum),
    sumOfSquares: sumOfSquares.add(more.sumOfSquares),
  });
}

function less(whole: Moments, part: Moments): { n: number; sum: Exact; sumOfSquares: Exact } {
  return {
    n: whole.n - part.n,
    sum: whole.sum.sub(part.sum),
    sumOfSquares: whole.sumOfSquares.sub(part.sumOfSquares),
  };
}
