import { addCounts, ORGANISATION, type UnitCounts, type UnitTree } from './unit-tree.ts';

/** When a group may be seen: as a unit, and as what is left of a unit when its shown parts are taken away. */
export interface Rule {
  mayShow(group: UnitCounts): boolean;
  /** @param hasSingle one part of what is left has a single answer, whose giver knows it */
  mayRemain(group: UnitCounts, hasSingle: boolean): boolean;
}

/**
 * What is left of a unit: its own answers and those of hidden units below it, down to the next shown ones. Every shown
 * unit heads one such region, and the regions share out all answers. Totals of shown units and regions follow from
 * each other, so what is published is safe when every region is.
 */
interface Region {
  residual: UnitCounts;
  hasSingle: boolean;
}

/**
 * Hides units until every region may remain: the next smallest first, downward into hidden units whose parts are all
 * shown (hiding those alone protects nothing), then beside, then upward; ties by unit id in code-point order.
 * METHOD.md section 6, rule 2.
 *
 * @param totals of each unit with its descendants, to tell which is smallest
 * @param shown units that may be shown for themselves, {@link ORGANISATION} among them if it may
 * @returns the units that stay shown; none if the organisation itself can't be
 */
export function protectRegions(
  tree: UnitTree,
  totals: ReadonlyMap<string, UnitCounts>,
  shown: ReadonlySet<string>,
  rule: Rule,
): ReadonlySet<string> {
  const everyone = [{ id: ORGANISATION, parentId: null, own: tree.withoutUnit }, ...tree.nodes];
  const parents = new Map(everyone.map(({ id, parentId }) => [id, id === ORGANISATION ? null : (parentId ?? ORGANISATION)]));
  const standing = new Set(shown);
  const regions = new Map<string, Region>(
    everyone.map(({ id, own }) => [id, { residual: own, hasSingle: own.n === 1 }]),
  );
  // The topmost shown units below each unit.
  const below = new Map<string, Set<string>>(everyone.map(({ id }) => [id, new Set()]));

  /** Gives a hidden unit's region to the one above it. */
  const merge = (from: string, into: string) => {
    const [part, whole] = [regions.get(from), regions.get(into)];
    if (!part || !whole) return;
    whole.residual = addCounts(whole.residual, part.residual);
    whole.hasSingle ||= part.hasSingle;
    for (const id of below.get(from) ?? []) below.get(into)?.add(id);
  };
  /** Hides a unit: its region joins every hidden one above it, up to the next shown unit. */
  const hide = (id: string) => {
    standing.delete(id);
    for (let above = parents.get(id); above !== null && above !== undefined; above = parents.get(above)) {
      below.get(above)?.delete(id);
      merge(id, above);
      if (standing.has(above)) return;
    }
  };
  const sizeOf = (id: string) => totals.get(id)?.n ?? 0;
  const nextToHide = (id: string): string | undefined => {
    const candidates = [...(below.get(id) ?? [])];
    const downward = candidates.filter((candidate) => {
      const parent = parents.get(candidate) ?? ORGANISATION;
      return !standing.has(parent) && regions.get(parent)?.residual.n === 0;
    });
    const among = downward.length > 0 ? downward : candidates;
    return among.reduce<string | undefined>(
      (smallest, candidate) =>
        smallest === undefined ||
        sizeOf(candidate) < sizeOf(smallest) ||
        (sizeOf(candidate) === sizeOf(smallest) && candidate < smallest)
          ? candidate
          : smallest,
      undefined,
    );
  };

  // Children before parents: what a unit can't keep safe goes up to the next.
  for (const { id } of [...everyone].reverse()) {
    const region = regions.get(id);
    if (!region) continue;
    while (standing.has(id) && !rule.mayRemain(region.residual, region.hasSingle)) {
      const next = nextToHide(id);
      if (next === undefined) standing.delete(id);
      else hide(next);
    }
    const parent = parents.get(id);
    if (parent === null || parent === undefined) continue;
    if (standing.has(id)) below.get(parent)?.add(id);
    else merge(id, parent);
  }
  return standing.has(ORGANISATION) ? standing : new Set();
}
