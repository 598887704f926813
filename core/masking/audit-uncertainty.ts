import type { IndexResult } from '#core/result/result-schema.ts';
import { MINIMUM_ANSWERS_FOR_INTERVAL } from '#core/uncertainty/interval.ts';
import { ownAnswers, withFigures, type Fault } from './audit-groups.ts';
import { describeGroup, determinedGroups, type DeterminedGroup } from './determined-groups.ts';
import type { PublishedTable, SurveyTopic } from './published-table.ts';
import {
  addCounts,
  NO_ANSWERS,
  ORGANISATION,
  totalsOf,
  type AnswerCounts,
  type UnitCounts,
  type UnitTree,
} from './unit-tree.ts';

/**
 * Finds intervals that tell too much. With number, mean, bands and invited, an interval gives the organisation's answers by
 * value; a group within it is then told where no answers but such that are all alike but one have its sum and can be
 * taken from those. METHOD.md section 7.
 */
export function auditUncertainty(
  result: IndexResult,
  table: PublishedTable,
  topic: SurveyTopic,
  answers: UnitTree | null,
): readonly Fault[] {
  const id = topic === 'maturity' ? 'maturityPercent' : 'employeeMean';
  const fault = (equation: string): Fault => ({ rule: 'interval-tells', equation });
  if (result.uncertainty[id].interval.kind === 'absent') return [];
  const whole = table.totals.get(ORGANISATION);
  if (whole?.kind !== 'shown' || whole.n < MINIMUM_ANSWERS_FOR_INTERVAL)
    return [fault('total(organisation)')];
  if (topic === 'maturity') return [];
  if (whole.bands === null) return [fault('total(organisation)')];
  const groups = answers ? determinedGroups(table, withFigures(table)) : [];
  if (!groups) return [{ rule: 'not-separable', equation: '' }];
  const all = answers && totalsOf(answers).organisation.counts;
  if (!answers || !all) return [];
  const own = ownAnswers(answers);
  return groups
    .filter((group) => !viewsOf(group, own, all).every(([seen, among]) => mayBeOthers(seen, among)))
    .map((group) => fault(describeGroup(group)));
}

function countsIn({ parts }: DeterminedGroup, own: ReadonlyMap<string, UnitCounts>): AnswerCounts | null {
  return parts.map((id) => own.get(id) ?? NO_ANSWERS).reduce(addCounts, NO_ANSWERS).counts;
}

/** What a reader from outside looks for among all answers, and what each person who is alone in a part does: without their own. */
function viewsOf(
  group: DeterminedGroup,
  own: ReadonlyMap<string, UnitCounts>,
  all: AnswerCounts,
): readonly (readonly [AnswerCounts | null, AnswerCounts])[] {
  const counts = countsIn(group, own);
  const less = (from: AnswerCounts, part: AnswerCounts) =>
    from.map((count, index) => count - (part[index] ?? 0)) as unknown as AnswerCounts;
  const lone = group.parts
    .map((id) => own.get(id))
    .flatMap((part): readonly AnswerCounts[] => (part?.n === 1 && part.counts ? [part.counts] : []));
  return [
    [counts, all],
    ...lone.flatMap((part) => (counts ? [[less(counts, part), less(all, part)] as const] : [])),
  ];
}

/** Whether some answers among all, as many and with the same sum, are not all alike but one. */
function mayBeOthers(counts: AnswerCounts | null, all: AnswerCounts): boolean {
  if (counts === null) return true;
  const n = counts.reduce((sum, count) => sum + count, 0);
  // Answers that are not alike are themselves such answers.
  if (n === 0 || Math.max(...counts) < n - 1) return true;
  const sum = counts.reduce((total, count, index) => total + count * (index + 1), 0);
  const most = all.map((count) => Math.min(count, n - 2)) as [...AnswerCounts];
  const [ones, twos, threes, fours, fives] = most;
  for (let one = 0; one <= ones; one += 1) {
    for (let two = 0; two <= twos; two += 1) {
      for (let three = 0; three <= threes; three += 1) {
        // 4·four + 5·five and four + five are given by the rest.
        const left = n - one - two - three;
        const five = sum - one - 2 * two - 3 * three - 4 * left;
        if (five >= 0 && five <= fives && left - five >= 0 && left - five <= fours) return true;
      }
    }
  }
  return false;
}
