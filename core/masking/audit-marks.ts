import { exact } from '#core/number/exact.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { UnitRow } from '#core/result/survey-schema.ts';
import { sampleOf } from '#core/uncertainty/answer-sample.ts';
import { clearDifferences, type ComparedUnit } from '#core/uncertainty/clear-difference.ts';
import type { Invited } from '#core/uncertainty/mark-units.ts';
import { ownAnswers, withFigures, type Fault } from './audit-groups.ts';
import { determinedGroups, type DeterminedGroup } from './determined-groups.ts';
import type { PublishedTable } from './published-table.ts';
import {
  addCounts,
  NO_ANSWERS,
  ORGANISATION,
  subtractCounts,
  totalsOf,
  type UnitCounts,
  type UnitTree,
} from './unit-tree.ts';

const SMALLEST_MARKED = 10;

/**
 * Finds marks of a clear difference that tell too much. A mark bounds how much a unit's answers spread. Where all but one in a
 * group answered alike, the marks must also be right for answers that are not quite as alike, or they tell it; so the
 * marks are made again for such answers, and must come out the same. METHOD.md section 7.
 */
export function auditMarks(
  result: IndexResult,
  table: PublishedTable,
  answers: UnitTree | null,
  invited: Invited | null,
): readonly Fault[] {
  const { units } = result.employeeSurvey;
  const fault = (id: string): Fault => ({ rule: 'mark-tells', equation: `total(${id})` });
  const small = units.filter(
    ({ difference, n }) =>
      difference !== 'none' && !(n.kind === 'value' && Number(n.shown) >= SMALLEST_MARKED),
  );
  if (small.length > 0) return small.map(({ id }) => fault(id));
  const groups = answers && invited ? determinedGroups(table, withFigures(table)) : [];
  if (!groups) return [{ rule: 'not-separable', equation: '' }];
  const own = answers ? ownAnswers(answers) : new Map<string, UnitCounts>();
  const alike = groups.filter((group) => viewsOf(group, own).some(isAlike));
  if (!answers || !invited || alike.length === 0) return [];
  const more = squaresWithin(answers, alike);
  const wrongWith = (ofAll: number) => {
    const marks = marksFor(units, answers, invited, more, ofAll);
    return units.filter(
      ({ id, n, difference }) => n.kind === 'value' && (marks.get(id) ?? 'none') !== difference,
    );
  };
  // Where an interval tells Σx² of all, the others must have exchanged answers with the groups; else they may have kept theirs.
  const exchanged = wrongWith(0);
  if (result.uncertainty.employeeMean.interval.kind === 'range') return exchanged.map(({ id }) => fault(id));
  const kept = wrongWith(more.get(ORGANISATION) ?? 0);
  return (exchanged.length === 0 ? [] : kept).map(({ id }) => fault(id));
}

function ownIn({ parts }: DeterminedGroup, own: ReadonlyMap<string, UnitCounts>): UnitCounts {
  return parts.map((id) => own.get(id) ?? NO_ANSWERS).reduce(addCounts, NO_ANSWERS);
}

/** The group as a reader from outside sees it, and as each person who is alone in a part of it does: without their answer. */
function viewsOf(group: DeterminedGroup, own: ReadonlyMap<string, UnitCounts>): readonly UnitCounts[] {
  const whole = ownIn(group, own);
  const lone = group.parts.flatMap((id) => own.get(id) ?? []).filter(({ n }) => n === 1);
  return [whole, ...lone.map((part) => subtractCounts(whole, part))];
}

function isAlike({ n, counts }: UnitCounts): boolean {
  return counts !== null && n > 0 && Math.max(...counts) >= n - 1;
}

function marksFor(
  units: readonly UnitRow[],
  answers: UnitTree,
  invited: Invited,
  more: ReadonlyMap<string, number>,
  ofAll: number,
) {
  const totals = totalsOf(answers);
  const whole = sampleOf(totals.organisation);
  const levels = Map.groupBy(units, ({ depth }) => depth);
  return new Map(
    [...levels.values()].flatMap((level) => [
      ...clearDifferences(
        level.flatMap(({ id, n }): readonly ComparedUnit[] => {
          const unit = n.kind === 'value' ? sampleOf(totals.units.get(id) ?? NO_ANSWERS) : null;
          if (!unit || !whole) return [];
          const asked = invited.units.get(id) ?? null;
          const others =
            asked === null || invited.organisation === null ? null : invited.organisation - asked;
          const sumOfSquares = unit.sumOfSquares.add(exact(more.get(id) ?? 0));
          const rest = {
            n: whole.n - unit.n,
            sum: whole.sum.sub(unit.sum),
            sumOfSquares: whole.sumOfSquares.add(exact(ofAll)).sub(sumOfSquares),
            invited: others,
          };
          return [{ id, unit: { ...unit, sumOfSquares, invited: asked }, rest }];
        }),
      ),
    ]),
  );
}

/** By how much Σx² of each unit differs where its alike groups have other answers with the same sum, in the smallest step. */
function squaresWithin(answers: UnitTree, alike: readonly DeterminedGroup[]): ReadonlyMap<string, number> {
  const own = ownAnswers(answers);
  const more = new Map<string, number>();
  for (const group of alike) {
    // What is left of a total is within it: the one that nothing is taken away from.
    const whole = [...group.totals].find(([, coefficient]) => coefficient > 0n)?.[0] ?? ORGANISATION;
    more.set(whole, (more.get(whole) ?? 0) + commonStep(viewsOf(group, own)));
  }
  for (const { id, parentId } of [...answers.nodes].reverse()) {
    const parent = parentId ?? ORGANISATION;
    more.set(parent, (more.get(parent) ?? 0) + (more.get(id) ?? 0));
  }
  return more;
}

/** The step that is right for every reader to whom the group looks alike: with room on both sides, two of the many part. */
function commonStep([whole = NO_ANSWERS, ...lone]: readonly UnitCounts[]): number {
  const isInside = ({ n, counts }: UnitCounts) => [1, 2, 3].some((index) => (counts?.[index] ?? 0) >= n - 1);
  return lone.some((others) => isAlike(others) && isInside(others)) ? 2 : smallestStep(whole);
}

/** Two neighbours move apart (+2), or a single one that stands d ≥ 2 away one step nearer and another towards it (−2(d − 1)). */
function smallestStep({ n, counts }: UnitCounts): number {
  const [ones = 0, ...others] = counts ?? [];
  const all = [ones, ...others];
  const common = all.findIndex((count) => count >= n - 1);
  if (common < 0) return 0;
  const single = all.findIndex((count, index) => index !== common && count > 0);
  const distance = single < 0 ? 0 : Math.abs(single - common);
  return distance < 2 ? 2 : -2 * (distance - 1);
}
