import type { MethodSettings } from '#core/settings/method-settings.ts';
import { protectRegions, type Rule } from './protect-regions.ts';
import { NO_ANSWERS, ORGANISATION, totalsOf, type UnitCounts, type UnitTree } from './unit-tree.ts';

/** What may be shown of one unit: its figures (n, mean, percent, response rate) and its bands, here and in the open. */
export interface CellMask {
  readonly figures: boolean;
  readonly bands: boolean;
  /** Under the stricter minimum of digests, exports and open data; never more than `figures`. */
  readonly openFigures: boolean;
  readonly openBands: boolean;
}

export interface Mask {
  readonly units: ReadonlyMap<string, CellMask>;
  readonly organisation: CellMask;
}

type Minimums = Pick<
  MethodSettings,
  'minimumGroupSize' | 'minimumDistributionSize' | 'minimumOpenGroupSize'
>;

/**
 * Decides what may be shown so that no sum or count of fewer than k persons follows from what is shown. The masks are
 * nested: what is hidden at k is hidden at the stricter minimum, and bands are shown only with figures.
 * METHOD.md section 6, rules 1 to 4.
 *
 * @param hiddenBefore units hidden in an earlier result of the same year; they stay hidden
 */
export function maskUnits(
  tree: UnitTree,
  minimums: Minimums,
  hiddenBefore: ReadonlySet<string> = new Set(),
): Mask {
  const { units, organisation } = totalsOf(tree);
  const totals = new Map(units).set(ORGANISATION, organisation);
  const everyone = [ORGANISATION, ...tree.nodes.map((node) => node.id)];
  const candidates = everyone.filter((id) => !hiddenBefore.has(id));
  const protect = (among: Iterable<string>, rule: Rule) => {
    const shown = new Set([...among].filter((id) => rule.mayShow(totals.get(id) ?? NO_ANSWERS)));
    return protectRegions(tree, totals, shown, rule);
  };
  const openMinimum = Math.max(minimums.minimumOpenGroupSize, minimums.minimumGroupSize);
  const figures = protect(candidates, figuresRule(minimums.minimumGroupSize));
  const openFigures = protect(figures, figuresRule(openMinimum));
  const bands = protect(figures, bandsRule(minimums.minimumDistributionSize));
  const openBands = protect(
    [...bands].filter((id) => openFigures.has(id)),
    bandsRule(Math.max(minimums.minimumDistributionSize, openMinimum)),
  );
  const cell = (id: string): CellMask => ({
    figures: figures.has(id),
    bands: bands.has(id),
    openFigures: openFigures.has(id),
    openBands: openBands.has(id),
  });
  return { units: new Map(tree.nodes.map(({ id }) => [id, cell(id)])), organisation: cell(ORGANISATION) };
}

/** A mean gives every answer away where all but one chose the same end of the scale: Σ ≥ 5n − 1 or Σ ≤ n + 1. */
function givesAnswersAway({ n, sumHundredths }: UnitCounts): boolean {
  return sumHundredths !== null && (sumHundredths >= 500 * n - 100 || sumHundredths <= 100 * n + 100);
}

function figuresRule(minimum: number): Rule {
  const mayStand = (group: UnitCounts) => group.n >= minimum && !givesAnswersAway(group);
  return {
    mayShow: mayStand,
    mayRemain: (group, hasSingle) =>
      group.n === 0 || (mayStand(group) && group.n >= (hasSingle ? minimum + 1 : minimum)),
  };
}

function bandsRule(minimum: number): Rule {
  const mayStand = (group: UnitCounts) => group.n >= minimum && !isOneBand(group);
  return {
    mayShow: mayStand,
    mayRemain: (group, hasSingle) =>
      group.n === 0 || (mayStand(group) && group.n >= (hasSingle ? minimum + 1 : minimum)),
  };
}

/** All answers in one of positive, neutral and negative; or the counts are not known. */
function isOneBand({ counts, n }: UnitCounts): boolean {
  if (counts === null) return true;
  const bands = [counts[0] + counts[1], counts[2], counts[3] + counts[4]];
  return bands.includes(n);
}
