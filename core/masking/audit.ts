import type { IndexResult } from '#core/result/result-schema.ts';
import { auditGroups, type AuditMinimums } from './audit-groups.ts';
import { auditMeansBesideBands } from './audit-means-beside-bands.ts';
import { auditMarks } from './audit-marks.ts';
import { auditMaturityAnswers } from './audit-maturity-answers.ts';
import {
  auditMaturityParts,
  auditMaturityPartsOverTime,
  type MaturityParts,
} from './audit-maturity-parts.ts';
import { auditMaturityMarks } from './audit-maturity-marks.ts';
import { auditPublishedInterval } from './audit-published-interval.ts';
import { auditRows } from './audit-rows.ts';
import { auditUncertainty } from './audit-uncertainty.ts';
import { auditVintages } from './audit-vintages.ts';
import { openView } from './open-view.ts';
import { comparableTable, publishedTable, type SurveyTopic } from './published-table.ts';
import type { MaturityTree } from '#core/maturity/maturity-tree.ts';
import type { Invited } from '#core/uncertainty/mark-units.ts';
import type { UnitTree } from './unit-tree.ts';
import type { Violation } from './violation.ts';

const TOPICS = ['employee-survey', 'maturity'] as const satisfies readonly SurveyTopic[];
const VIEWS = ['tab', 'open'] as const;

/**
 * Audits a result before it is stored: independent of the masker, it reads only what is published and works out what
 * follows from it. METHOD.md section 6, rule 6.
 *
 * **Proved**, when nothing is returned: every group of answers whose number, sum or bands is a linear combination, with
 * any coefficients, of the published totals of one result is empty or at least the minimum; no such group gives all its answers
 * away, by its mean alone or beside the bands of a group around it; and, with `answers`, neither does it to a person who is alone in a part of it. Of two results of a year: no such group
 * differs by fewer answers than the minimum, nor in its figures alone; no hidden cell reappeared; the units are the same;
 * and no difference of the two, for a reader who supposes that units shown before did not change, leaves a smaller group.
 * The same for the open view with its own minimums.
 *
 * **Not proved**: what follows only from inequalities (answers are whole numbers between 1 and 5) across several
 * groups; what follows from knowing how the masker chooses; what several persons learn who tell each other their answers; what
 * a reader knows from elsewhere.
 *
 * @param current the result to be stored
 * @param earlier all results of the same year that anybody may have seen
 * @param answers the answers behind `current`, while they are at hand
 * @param invited the persons invited to the employee survey, with which its marks can be checked
 * @param maturityParts the statements and areas behind `current`, with which those that are shown can be checked
 * @param maturityAnswers what each maturity unit itself answered, with which its marks and remainders can be checked
 */
export function auditYear({
  current,
  earlier = [],
  answers = {},
  invited = null,
  maturityAnswers = null,
  maturityParts = null,
}: {
  readonly current: IndexResult;
  readonly earlier?: readonly IndexResult[];
  readonly answers?: Readonly<Partial<Record<SurveyTopic, UnitTree>>>;
  readonly invited?: Invited | null;
  readonly maturityAnswers?: Pick<MaturityTree, 'personMeans' | 'ownAnswers'> | null;
  readonly maturityParts?: MaturityParts | null;
}): readonly Violation[] {
  return TOPICS.flatMap((topic) =>
    VIEWS.flatMap((view) => {
      const seen = (result: IndexResult) => (view === 'open' ? openView(result) : result);
      const table = publishedTable(seen(current), topic);
      const minimums = minimumsOf(current, view);
      const ofThis = [
        ...auditRows(seen(current), topic),
        ...auditGroups(table, minimums, answers[topic] ?? null),
        ...auditMeansBesideBands(table, answers[topic] ?? null),
        ...auditUncertainty(seen(current), table, topic, answers[topic] ?? null),
        ...(topic === 'employee-survey'
          ? [
              ...auditPublishedInterval(seen(current), table),
              // Marks are made once, for the tab: the open view shows some of them, and what holds for all holds for those.
              ...auditMarks(seen(current), table, view === 'tab' ? (answers[topic] ?? null) : null, invited),
            ]
          : [
              ...auditMaturityMarks(
                seen(current),
                table,
                view === 'tab' ? (maturityAnswers?.personMeans ?? null) : null,
              ),
              ...(maturityAnswers ? auditMaturityAnswers(table, maturityAnswers.ownAnswers) : []),
              // In the open one person more is asked for, as of the whole organisation.
              ...(maturityParts
                ? auditMaturityParts(seen(current), maturityParts, minimums.group + (view === 'open' ? 1 : 0))
                : []),
            ]),
      ].map((fault): Violation => ({ ...fault, topic, view, earlier: null }));
      const ofOthers = earlier.flatMap((result) =>
        [
          ...auditVintages(
            comparableTable(seen(current), topic),
            comparableTable(seen(result), topic),
            minimums,
          ),
          ...(topic === 'maturity' ? auditMaturityPartsOverTime(seen(current), seen(result)) : []),
        ].map((fault): Violation => ({
          ...fault,
          topic,
          view,
          earlier: result.hash,
        })),
      );
      return [...ofThis, ...ofOthers];
    }),
  );
}

function minimumsOf({ method }: IndexResult, view: (typeof VIEWS)[number]): AuditMinimums {
  const { minimumGroupSize, minimumDistributionSize, minimumOpenGroupSize } = method;
  if (view === 'tab') return { group: minimumGroupSize, distribution: minimumDistributionSize };
  const group = Math.max(minimumGroupSize, minimumOpenGroupSize);
  return { group, distribution: Math.max(group, minimumDistributionSize) };
}
