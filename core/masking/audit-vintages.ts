import { allFollow, type AuditMinimums, type Fault } from './audit-groups.ts';
import { describeGroup, determinedGroups, groupBounds, type DeterminedGroup } from './determined-groups.ts';
import { BOUNDS_PER_ONE, type Bounds, type PublishedTable, type PublishedTotal } from './published-table.ts';
import { exact, type Exact } from '#core/number/exact.ts';
import { ORGANISATION } from './unit-tree.ts';
import type { ViolationRule } from './violation.ts';

const NONE: Bounds = { low: 0, high: 0 };

/** A total that says there is nobody is as good as one that is shown. */
const NOBODY: Extract<PublishedTotal, { kind: 'shown' }> = {
  kind: 'shown',
  n: 0,
  sum: NONE,
  bands: [NONE, NONE, NONE],
  areBandsHidden: false,
  percent: null,
};

/**
 * Finds what two results of the same year give away together: the difference between the same group then and now is
 * the answers that were added, taken away or changed. METHOD.md section 6, rule 6.
 */
export function auditVintages(
  current: PublishedTable,
  earlier: PublishedTable,
  minimums: AuditMinimums,
): readonly Fault[] {
  if (!tellsTotals(current) || !tellsTotals(earlier)) return [];
  if (!haveComparableUnits(current, earlier)) return [{ rule: 'units-changed', equation: '' }];
  const both = { now: withNobodyShown(current), then: withNobodyShown(earlier) };
  return [
    ...reappeared(both),
    ...compare(both, minimums.group, figureChange, isKnown),
    ...compare(both, minimums.distribution, bandsChange, (total) => isKnown(total) && total?.bands !== null),
  ];
}

interface Both {
  readonly now: PublishedTable;
  readonly then: PublishedTable;
}
type Shown = Extract<PublishedTotal, { kind: 'shown' }>;
type Change = (group: DeterminedGroup, both: Both, minimum: number) => ViolationRule | null;

/** Of a round that is open, or a survey that nobody answered, there is no total that anything could be taken from. */
function tellsTotals({ totals }: PublishedTable): boolean {
  const whole = totals.get(ORGANISATION)?.kind;
  return whole === 'shown' || whole === 'hidden';
}

/**
 * The same units under the same parents, among those where anybody answered: a unit that the organisation gains, loses or
 * moves after the survey holds nobody's answers. A survey without units has its organisation's total to compare, and no more.
 */
function haveComparableUnits(current: PublishedTable, earlier: PublishedTable): boolean {
  const [now, then] = [answeringUnits(current), answeringUnits(earlier)];
  if (now.length === 0 || then.length === 0) return true;
  return [...now, ...then].every((id) => current.parents.get(id) === earlier.parents.get(id));
}

function answeringUnits({ totals, parents }: PublishedTable): readonly string[] {
  return [...parents.keys()].filter((id) => totals.get(id)?.kind !== 'empty');
}

function withNobodyShown({ totals, parents }: PublishedTable): PublishedTable {
  return {
    parents,
    totals: new Map([...totals].map(([id, total]) => [id, total.kind === 'empty' ? NOBODY : total])),
  };
}

function shownIn({ totals }: PublishedTable, id: string): Shown | undefined {
  const total = totals.get(id);
  return total?.kind === 'shown' ? total : undefined;
}

function isKnown(total: Shown | undefined): boolean {
  return total !== undefined;
}

/** Hidden once in a year, hidden for the year. */
function reappeared({ now, then }: Both): readonly Fault[] {
  return [...now.totals.keys()].flatMap((id): readonly Fault[] => {
    const total = shownIn(now, id);
    const before = then.totals.get(id);
    const isBack =
      before?.kind === 'hidden' ? total !== undefined : total?.bands && shownIn(then, id)?.areBandsHidden;
    return isBack ? [{ rule: 'shown-after-hidden', equation: `total(${id || 'organisation'})` }] : [];
  });
}

/** Looks at every total that both results show, and at every group that follows from those. */
function compare(
  both: Both,
  minimum: number,
  change: Change,
  isIncluded: (total: Shown | undefined) => boolean,
): readonly Fault[] {
  const ids = [...both.now.totals.keys()];
  const then = new Set(ids.filter((id) => isIncluded(shownIn(both.then, id))));
  const shared = new Set(ids.filter((id) => then.has(id) && isIncluded(shownIn(both.now, id))));
  const groups = determinedGroups(both.now, shared);
  const finer = determinedGroups(both.then, then);
  if (!groups || !finer) return [{ rule: 'not-separable', equation: '' }];
  const totals = [...shared].map((id): DeterminedGroup => ({ parts: [id], totals: new Map([[id, 1n]]) }));
  const changed = [...totals, ...groups].flatMap((group): readonly Fault[] => {
    const rule = change(group, both, minimum);
    return rule ? [{ rule, equation: describeGroup(group) }] : [];
  });
  return [...changed, ...fewLeft(groups, finer, both, minimum)];
}

function sizeIn(group: DeterminedGroup, table: PublishedTable): number {
  return (
    (groupBounds(group, (id) => {
      const n = (shownIn(table, id)?.n ?? 0) * BOUNDS_PER_ONE;
      return { low: n, high: n };
    })?.low ?? 0) / BOUNDS_PER_ONE
  );
}

function differenceOf(now: Bounds | null, then: Bounds | null): Bounds | null {
  return now && then && { low: now.low - then.high, high: now.high - then.low };
}

/** Certainly not the same number. */
function isOther(now: Bounds | null, then: Bounds | null): boolean {
  return now !== null && then !== null && (now.low > then.high || now.high < then.low);
}

function figureChange(group: DeterminedGroup, both: Both, minimum: number): ViolationRule | null {
  const change = sizeIn(group, both.now) - sizeIn(group, both.then);
  const sumIn = (table: PublishedTable) => groupBounds(group, (id) => shownIn(table, id)?.sum ?? null);
  const [now, then] = [sumIn(both.now), sumIn(both.then)];
  if (change === 0) {
    return isOther(now, then) || hasOtherPercent(group, both) ? 'same-count-changed' : null;
  }
  if (Math.abs(change) < minimum) return 'few-changed';
  const sum = change > 0 ? differenceOf(now, then) : differenceOf(then, now);
  if (sum && allFollow(sum, Math.abs(change))) return 'change-gives-away';
  const meansIn = (table: PublishedTable) => groupBounds(group, (id) => sumOfMeans(shownIn(table, id)));
  const [meansNow, meansThen] = [meansIn(both.now), meansIn(both.then)];
  const means = change > 0 ? differenceOf(meansNow, meansThen) : differenceOf(meansThen, meansNow);
  return means && areMeansAtOneEnd(means, Math.abs(change)) ? 'change-gives-away' : null;
}

/** Of persons only: n times their mean on the scale of the answers, 1–6, as far as rounding lets it be told. */
function sumOfMeans(total: Shown | undefined): Bounds | null {
  if (!total?.percent) return null;
  const { scale, shown } = total.percent;
  const isShare = scale.startsWith('share-of-max');
  const sum = (percent: Exact) =>
    (isShare ? percent.mul(6).div(100) : percent.div(20).add(1)).mul(total.n).mul(BOUNDS_PER_ONE).valueOf();
  const half = exact(shown.includes('.') ? '1/20' : 0);
  return { low: sum(exact(shown).sub(half)), high: sum(exact(shown).add(half)) };
}

/** The same limit as for answers 1–5: one step from the end for all together at most. */
function areMeansAtOneEnd({ low, high }: Bounds, n: number): boolean {
  return low >= (6 * n - 1) * BOUNDS_PER_ONE - 0.5 || high <= (n + 1) * BOUNDS_PER_ONE + 0.5;
}

/** Of persons only: another percentage on the same scale. */
function hasOtherPercent({ totals }: DeterminedGroup, { now, then }: Both): boolean {
  if (totals.size !== 1) return false;
  return [...totals.keys()].some((id) => {
    const [a, b] = [shownIn(now, id)?.percent, shownIn(then, id)?.percent];
    return a?.scale === b?.scale && a?.shown !== b?.shown;
  });
}

function bandsChange(group: DeterminedGroup, both: Both, minimum: number): ViolationRule | null {
  const change = sizeIn(group, both.now) - sizeIn(group, both.then);
  const bandIn = (table: PublishedTable, band: 0 | 1 | 2) =>
    groupBounds(group, (id) => shownIn(table, id)?.bands?.[band] ?? null);
  const bands = ([0, 1, 2] as const).map(
    (band) => [bandIn(both.now, band), bandIn(both.then, band)] as const,
  );
  if (change === 0) {
    return bands.some(([now, then]) => isOther(now, then)) ? 'same-count-changed' : null;
  }
  if (Math.abs(change) < minimum) return 'few-changed';
  const size = Math.abs(change);
  const isOneBand = bands.some(([now, then]) => {
    const count = change > 0 ? differenceOf(now, then) : differenceOf(then, now);
    return count !== null && count.low >= (size - 1) * BOUNDS_PER_ONE;
  });
  return isOneBand ? 'change-gives-away' : null;
}

/**
 * Where answers were taken away and units have become hidden, what those units showed before may be taken from what is
 * shown now. A reader who supposes that all withdrawn answers came from the rest is left with the rest as it is now.
 */
function fewLeft(
  groups: readonly DeterminedGroup[],
  finer: readonly DeterminedGroup[],
  both: Both,
  minimum: number,
): readonly Fault[] {
  const finerByPart = new Map(finer.flatMap((group) => group.parts.map((part) => [part, group] as const)));
  return groups.flatMap((group): readonly Fault[] => {
    const withdrawn = sizeIn(group, both.then) - sizeIn(group, both.now);
    const parts = new Set(group.parts.flatMap((part) => finerByPart.get(part) ?? []));
    if (withdrawn <= 0 || parts.size < 2) return [];
    const sizes = [...parts].map((part) => sizeIn(part, both.then));
    const isLeft = canSumBetween(sizes, withdrawn + 1, withdrawn + minimum - 1);
    return isLeft ? [{ rule: 'few-left', equation: describeGroup(group) }] : [];
  });
}

/** Whether some of the sizes add up to a number from `low` to `high`. */
function canSumBetween(sizes: readonly number[], low: number, high: number): boolean {
  const reached = new Uint8Array(high + 1);
  reached[0] = 1;
  for (const size of sizes) {
    for (let sum = high; sum >= size; sum -= 1) {
      if (reached[sum - size] === 1) reached[sum] = 1;
    }
  }
  return reached.subarray(low).includes(1);
}
