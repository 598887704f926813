import type { MethodSettings } from '#core/settings/method-settings.ts';
import { chooseShown } from './choose-shown.ts';
import { bandsRule, figuresRule, type GroupRule } from './group-rule.ts';
import { unitsWithTellingBands } from './telling-bands.ts';
import { ORGANISATION, totalsOf, type UnitTree } from './unit-tree.ts';

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

export type Minimums = Pick<
  MethodSettings,
  'minimumGroupSize' | 'minimumDistributionSize' | 'minimumOpenGroupSize'
>;

/** Whether a cell has not been hidden in any earlier result of the same year: hidden once, hidden for the year. */
export type NeverHidden = (unitId: string, cell: keyof CellMask) => boolean;

/**
 * Decides what may be shown so that no sum or count of fewer than k persons follows from what is shown. The masks are
 * nested: what is hidden at k is hidden at the stricter minimum, and bands are shown only with figures.
 * METHOD.md section 6, rules 1 to 4.
 *
 * Units of which only n is known (the persons of the maturity survey) are masked by n alone. Units without counts per
 * value have no bands that could be hidden; their `bands` follow `figures`, and the figure itself says `missing`.
 */
export function maskUnits(tree: UnitTree, minimums: Minimums, neverHidden: NeverHidden = () => true): Mask {
  const { units, organisation } = totalsOf(tree);
  const totals = new Map(units).set(ORGANISATION, organisation);
  const choose = (cell: keyof CellMask, among: Iterable<string>, rule: GroupRule) => {
    const candidates = [...among].filter((id) => neverHidden(id, cell));
    return chooseShown(tree, totals, new Set(candidates), rule);
  };
  const chooseBands = (
    cell: keyof CellMask,
    among: readonly string[],
    minimum: number,
    beside: ReadonlySet<string>,
  ): ReadonlySet<string> => {
    const shown = choose(cell, among, bandsRule(minimum));
    const telling = new Set(unitsWithTellingBands(tree, beside, shown));
    if (telling.size === 0) return shown;
    const others = among.filter((id) => !telling.has(id));
    return chooseBands(cell, others, minimum, beside);
  };
  const hasBands = (id: string) => totals.get(id)?.counts !== null;
  const openMinimum = Math.max(minimums.minimumOpenGroupSize, minimums.minimumGroupSize);
  const openDistribution = Math.max(minimums.minimumDistributionSize, openMinimum);

  const figures = choose('figures', totals.keys(), figuresRule(minimums.minimumGroupSize));
  const openFigures = choose('openFigures', figures, figuresRule(openMinimum));
  const withBands = [...figures].filter(hasBands);
  const bands = chooseBands('bands', withBands, minimums.minimumDistributionSize, figures);
  const openWithBands = [...bands].filter((id) => openFigures.has(id));
  const openBands = chooseBands('openBands', openWithBands, openDistribution, openFigures);
  const cell = (id: string): CellMask => ({
    figures: figures.has(id),
    bands: hasBands(id) ? bands.has(id) : figures.has(id),
    openFigures: openFigures.has(id),
    openBands: hasBands(id) ? openBands.has(id) : openFigures.has(id),
  });
  return { units: new Map(tree.nodes.map(({ id }) => [id, cell(id)])), organisation: cell(ORGANISATION) };
}
