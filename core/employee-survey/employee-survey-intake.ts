import type { SourceIntake } from '#core/result/intake.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import type { EmployeeSurveySource } from '#core/settings/source-settings.ts';
import { createAggregatedIntake } from './aggregated-intake.ts';
import { createAnswersIntake } from './answers-intake.ts';
import type { EmployeeSurveyTally } from './employee-survey-tally.ts';

/** The intake that fits the source's form: one row per answer, or one row per unit. METHOD.md section 2. */
export function createEmployeeSurveyIntake(
  source: EmployeeSurveySource,
  method: MethodSettings,
  year: number,
): SourceIntake & { tally(): EmployeeSurveyTally } {
  return source.mapping.form === 'answers'
    ? createAnswersIntake(source, source.mapping, method, year)
    : createAggregatedIntake(source, source.mapping, year);
}
