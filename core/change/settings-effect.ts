import { z } from 'zod';
import { foldWords } from '#core/fields/fold-words.ts';
import { EMPLOYEE_FIGURES, MATURITY_FIGURES } from '#core/masking/open-view.ts';
import { suppressFigures } from '#core/masking/suppress-figures.ts';
import { FIGURE_IDS, type SourceTopic } from '#core/result/figure-ids.ts';
import { figureUnitSchema, resultFigureSchema, type ResultFigure } from '#core/result/figure.ts';
import { RULES_OF_COLUMNS, RULES_OF_SURVEY_TOTALS } from '#core/quality/rules.ts';
import { FINDING_RULES, type Finding, type FindingRule } from '#core/quality/finding-schema.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { changesBetween } from '#core/settings/changes-between.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import type { Settings } from '#core/settings/settings-schema.ts';

const figureEffectSchema = z
  .object({
    id: z.enum(FIGURE_IDS),
    unit: figureUnitSchema,
    before: resultFigureSchema,
    after: resultFigureSchema,
    differs: z
      .enum(['no', 'exact', 'shown'])
      .describe('exact: the figure differs, but what is shown of it does not'),
  })
  .readonly();

/** What settings that are not saved would do to a year: of the organisation, never of a unit. */
export const settingsEffectSchema = z
  .object({
    year: z.int(),
    figures: z.array(figureEffectSchema).readonly().describe('Every figure, in the order of their ids'),
    surveysWithheld: z
      .boolean()
      .describe(
        'The settings decide which answers count, or the lists have changed since the year was computed, so figures of the surveys ' +
          'are told only when they are saved and computed',
      ),
    newRules: z.array(z.enum(FINDING_RULES)).readonly().describe('Rules broken with the new settings only'),
    goneRules: z.array(z.enum(FINDING_RULES)).readonly().describe('Rules broken with the old settings only'),
  })
  .readonly();
export type SettingsEffect = z.infer<typeof settingsEffectSchema>;

/**
 * Compares a year under the settings in force with the same rows under others, for an admin who has not saved yet. Figures of
 * the organisation only. Where the settings change which answers count, the surveys' new figures and all that is built on them
 * are hidden: with one trial after another, answers could be counted by what they say. Where the surveys are not as some stored
 * result has shown them, nothing of them is told, before or after: what no audit remembers must not be seen. METHOD.md section 6.
 *
 * @param before computed from the same rows as `after`, where the sources are the same
 * @param surveysSeen whether what `before` says of its surveys has been shown by a stored result of the year
 * @param surveysChanged whether other lists, or other columns of them, give the surveys or their units ({@link haveSameSurveys})
 */
export function settingsEffect(
  before: IndexResult,
  after: IndexResult,
  { surveysChanged, surveysSeen }: { readonly surveysChanged: boolean; readonly surveysSeen: boolean },
): SettingsEffect {
  const hasSurveys = [before, after].some(({ sources }) =>
    sources.some(({ topic }) => SURVEY_TOPICS.has(topic)),
  );
  const surveysWithheld =
    hasSurveys && (surveysChanged || !surveysSeen || !haveSameAnswers(before.method, after.method));
  const withoutSurveys = ({ figures }: IndexResult) =>
    suppressFigures(figures, [...EMPLOYEE_FIGURES, ...MATURITY_FIGURES]);
  const figuresBefore = surveysSeen ? before.figures : withoutSurveys(before);
  const figuresAfter = surveysWithheld ? withoutSurveys(after) : after.figures;
  const isTold = (result: IndexResult) => (finding: Finding) =>
    !surveysWithheld || !isOfSurveys(finding, result);
  return {
    year: after.year,
    figures: FIGURE_IDS.map((id) => {
      const [old, fresh] = [figuresBefore[id].figure, figuresAfter[id].figure];
      return { id, unit: after.figures[id].unit, before: old, after: fresh, differs: difference(old, fresh) };
    }),
    surveysWithheld,
    newRules: rulesOnlyIn(after.findings.filter(isTold(after)), before.findings.filter(isTold(before))),
    goneRules: rulesOnlyIn(before.findings.filter(isTold(before)), after.findings.filter(isTold(after))),
  };
}

/** Findings that a survey's rows or figures decide: that a rule is broken, or no more, would count answers by what they say. */
function isOfSurveys({ rule, sourceId }: Finding, { sources }: IndexResult): boolean {
  const topic = sources.find((source) => source.sourceId === sourceId)?.topic;
  return (
    RULES_OF_SURVEY_TOTALS.has(rule) ||
    (topic !== undefined && SURVEY_TOPICS.has(topic) && !RULES_OF_COLUMNS.has(rule))
  );
}

const SURVEY_TOPICS: ReadonlySet<SourceTopic> = new Set(['units', 'employee-survey', 'maturity']);

/** Whether two settings read the surveys and their units from the same lists in the same way. */
export function haveSameSurveys(
  before: Pick<Settings, 'sources'>,
  after: Pick<Settings, 'sources'>,
): boolean {
  const surveys = ({ sources }: Pick<Settings, 'sources'>) =>
    sources.filter(({ topic }) => SURVEY_TOPICS.has(topic));
  return changesBetween(surveys(before), surveys(after)).length === 0;
}

function haveSameAnswers(before: MethodSettings, after: MethodSettings): boolean {
  const words = ({ leftOutAnswers }: MethodSettings) => [...new Set(leftOutAnswers.map(foldWords))].sort();
  return JSON.stringify(words(before)) === JSON.stringify(words(after));
}

function difference(before: ResultFigure, after: ResultFigure): 'no' | 'exact' | 'shown' {
  if (before.kind === 'absent' || after.kind === 'absent') {
    return before.kind === 'absent' && after.kind === 'absent' && before.reason === after.reason
      ? 'no'
      : 'shown';
  }
  if (before.shown !== after.shown) return 'shown';
  return before.exact === after.exact ? 'no' : 'exact';
}

function rulesOnlyIn(one: readonly Finding[], other: readonly Finding[]): readonly FindingRule[] {
  const others = new Set(other.map(({ rule }) => rule));
  return [...new Set(one.map(({ rule }) => rule))].filter((rule) => !others.has(rule));
}
