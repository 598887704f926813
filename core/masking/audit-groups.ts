import {
  describeGroup,
  determinedGroups,
  groupBounds,
  groupSize,
  type DeterminedGroup,
} from './determined-groups.ts';
import { BOUNDS_PER_ONE, type Bounds, type PublishedTable } from './published-table.ts';
import { addCounts, NO_ANSWERS, ORGANISATION, subtractCounts, totalsOf } from './unit-tree.ts';
import type { UnitCounts, UnitTree } from './unit-tree.ts';
import type { ViolationRule } from './violation.ts';

/** A rule that a group breaks, with the equation that gives the group. */
export interface Fault {
  readonly rule: ViolationRule;
  readonly equation: string;
}

export interface AuditMinimums {
  readonly group: number;
  readonly distribution: number;
}

/**
 * Finds what one result gives away of groups that are too small. Every group that follows from the published totals is
 * looked at twice: as an outsider sees it, with the bounds that rounding leaves; and, where the answers are at hand, with
 * exact sums, as if rounding protected nothing.
 *
 * @param answers the answers behind the table; without them, persons who are alone in a part cannot be known
 */
export function auditGroups(
  table: PublishedTable,
  minimums: AuditMinimums,
  answers: UnitTree | null,
): readonly Fault[] {
  const own = answers && ownAnswers(answers);
  const mustHaveAnswers = hiddenWithAnswers(table);
  return [
    ...forEachGroup(table, withFigures(table), (group) => [
      ...asSeenOutside(group, table, minimums.group, mustHaveAnswers),
      ...(own ? asInsidersKnow(group, own, table, minimums.group) : []),
    ]),
    ...forEachGroup(table, withBands(table), (group) => [
      ...bandsSeenOutside(group, table, minimums.distribution),
      ...(own ? bandsInsidersKnow(group, own, minimums.distribution) : []),
    ]),
    ...(answers ? contradictions(table, answers) : []),
  ];
}

export function withFigures({ totals }: PublishedTable): ReadonlySet<string> {
  return new Set([...totals].flatMap(([id, total]) => (total.kind === 'shown' ? [id] : [])));
}

export function withBands({ totals }: PublishedTable): ReadonlySet<string> {
  return new Set(
    [...totals].flatMap(([id, total]) => (total.kind === 'shown' && total.bands !== null ? [id] : [])),
  );
}

function forEachGroup(
  table: PublishedTable,
  shown: ReadonlySet<string>,
  rulesOf: (group: DeterminedGroup) => readonly ViolationRule[],
): readonly Fault[] {
  const groups = determinedGroups(table, shown);
  if (!groups) return [{ rule: 'not-separable', equation: '' }];
  return groups.flatMap((group) => {
    const rules = groupSize(group, table) === 0 ? [] : [...new Set(rulesOf(group))];
    return rules.map((rule) => ({ rule, equation: describeGroup(group) }));
  });
}

const shownTotal = (table: PublishedTable, id: string) => {
  const total = table.totals.get(id);
  return total?.kind === 'shown' ? total : undefined;
};

function asSeenOutside(
  group: DeterminedGroup,
  table: PublishedTable,
  minimum: number,
  mustHaveAnswers: ReadonlySet<string>,
): readonly ViolationRule[] {
  const n = groupSize(group, table);
  if (n < 0) return ['contradiction'];
  const sum = groupBounds(group, (id) => shownTotal(table, id)?.sum ?? null);
  const rules: ViolationRule[] = [];
  if (n < minimum) rules.push('small-group');
  if (n <= group.parts.filter((id) => mustHaveAnswers.has(id)).length) rules.push('one-answer-each');
  if (sum && allFollow(sum, n)) rules.push('gives-answers-away');
  return rules;
}

/** The whole interval lies where a mean gives the answers away: Σ ≥ 5n − 1 or Σ ≤ n + 1. */
export function allFollow(sum: Bounds, n: number): boolean {
  return sum.low >= (5 * n - 1) * BOUNDS_PER_ONE || sum.high <= (n + 1) * BOUNDS_PER_ONE;
}

/** Hidden units without answering units below them: each has an answer, or it would be said to have none. */
function hiddenWithAnswers({ totals, parents }: PublishedTable): ReadonlySet<string> {
  const isEmpty = (id: string) => totals.get(id)?.kind === 'empty';
  const answeringParents = new Set([...parents].flatMap(([id, parent]) => (isEmpty(id) ? [] : [parent])));
  const hidden = [...totals].flatMap(([id, { kind }]) => (kind === 'hidden' ? [id] : []));
  return new Set(hidden.filter((id) => id !== ORGANISATION && !answeringParents.has(id)));
}

/** The answers given on each unit itself; those without a unit are the organisation's own. */
export function ownAnswers({ nodes, withoutUnit }: UnitTree): ReadonlyMap<string, UnitCounts> {
  return new Map([[ORGANISATION, withoutUnit], ...nodes.map(({ id, own }) => [id, own] as const)]);
}

function partsOf({ parts }: DeterminedGroup, own: ReadonlyMap<string, UnitCounts>): readonly UnitCounts[] {
  return parts.map((id) => own.get(id) ?? NO_ANSWERS);
}

/** The group without any one person who is alone in a part of it: what that person learns about the others. */
function withoutOnePerson(parts: readonly UnitCounts[]): readonly UnitCounts[] {
  const whole = parts.reduce(addCounts, NO_ANSWERS);
  return parts.filter(({ n }) => n === 1).map((part) => subtractCounts(whole, part));
}

function isGivenAway({ n, sumHundredths }: UnitCounts): boolean {
  return sumHundredths !== null && (sumHundredths >= 500 * n - 100 || sumHundredths <= 100 * n + 100);
}

function asInsidersKnow(
  group: DeterminedGroup,
  own: ReadonlyMap<string, UnitCounts>,
  table: PublishedTable,
  minimum: number,
): readonly ViolationRule[] {
  const parts = partsOf(group, own);
  const whole = parts.reduce(addCounts, NO_ANSWERS);
  const rules: ViolationRule[] = [];
  if (whole.n !== groupSize(group, table)) rules.push('contradiction');
  if (isGivenAway(whole)) rules.push('gives-answers-away');
  if (withoutOnePerson(parts).some((others) => others.n < minimum || isGivenAway(others))) {
    rules.push('alone-in-part');
  }
  return rules;
}

function bandsSeenOutside(
  group: DeterminedGroup,
  table: PublishedTable,
  minimum: number,
): readonly ViolationRule[] {
  const n = groupSize(group, table);
  const rules: ViolationRule[] = n < minimum ? ['small-distribution'] : [];
  const isOneBand = ([0, 1, 2] as const).some((band) => {
    const count = groupBounds(group, (id) => shownTotal(table, id)?.bands?.[band] ?? null);
    return count !== null && count.low >= (n - 1) * BOUNDS_PER_ONE;
  });
  return isOneBand ? [...rules, 'one-band'] : rules;
}

function isInOneBand({ n, counts }: UnitCounts): boolean {
  if (counts === null) return false;
  const [ones, twos, threes, fours, fives] = counts;
  return Math.max(ones + twos, threes, fours + fives) >= n - 1;
}

function bandsInsidersKnow(
  group: DeterminedGroup,
  own: ReadonlyMap<string, UnitCounts>,
  minimum: number,
): readonly ViolationRule[] {
  const parts = partsOf(group, own);
  const rules: ViolationRule[] = isInOneBand(parts.reduce(addCounts, NO_ANSWERS)) ? ['one-band'] : [];
  const isExposed = withoutOnePerson(parts).some((others) => others.n < minimum || isInOneBand(others));
  return isExposed ? [...rules, 'alone-in-part'] : rules;
}

/** Shown totals that are not what the answers say. */
function contradictions(table: PublishedTable, answers: UnitTree): readonly Fault[] {
  const { units, organisation } = totalsOf(answers);
  const faults: Fault[] = [];
  for (const [id, published] of table.totals) {
    const total = id === ORGANISATION ? organisation : units.get(id);
    const sum = total?.sumHundredths ?? null;
    const isRight =
      total !== undefined &&
      (published.kind === 'hidden' ||
        published.kind === 'pending' ||
        (published.kind === 'empty'
          ? total.n === 0
          : published.n === total.n && isWithin(sum, published.sum)));
    if (!isRight)
      faults.push({ rule: 'contradiction', equation: `total(${id === '' ? 'organisation' : id})` });
  }
  return faults;
}

/** Rounding edges belong to both sides here; a floating-point quotient may lie a hair outside. */
function isWithin(sumHundredths: number | null, bounds: Bounds | null): boolean {
  if (sumHundredths === null || bounds === null) return true;
  const sum = sumHundredths * (BOUNDS_PER_ONE / 100);
  return sum >= bounds.low - 0.5 && sum <= bounds.high + 0.5;
}
