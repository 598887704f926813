import { createBenefitsIntake } from '#core/benefits/benefits-intake.ts';
import { createEmployeeSurveyIntake } from '#core/employee-survey/employee-survey-intake.ts';
import { createMaturityIntake } from '#core/maturity/maturity-intake.ts';
import { createInitiativesIntake } from '#core/portfolio/initiatives-intake.ts';
import { tellsYears } from '#core/settings/needed-columns.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import type { SourceSettings } from '#core/settings/source-settings.ts';
import { createTrendsIntake } from '#core/trends/read-trends.ts';
import { createUnitsIntake } from '#core/units/units-intake.ts';
import type { SourceIntake } from './intake.ts';

type ByTopic = {
  readonly units: ReturnType<typeof createUnitsIntake>;
  readonly 'employee-survey': ReturnType<typeof createEmployeeSurveyIntake>;
  readonly maturity: ReturnType<typeof createMaturityIntake>;
  readonly initiatives: ReturnType<typeof createInitiativesIntake>;
  readonly benefits: ReturnType<typeof createBenefitsIntake>;
  readonly trends: ReturnType<typeof createTrendsIntake>;
};

/** The intakes of one year, by topic and all together. */
export interface YearIntakes {
  readonly all: readonly SourceIntake[];
  /** Those that can be scored: a survey that does not tell its years apart is read for its findings only ({@link tellsYears}). */
  of<Topic extends keyof ByTopic>(topic: Topic): readonly ByTopic[Topic][];
}

/** Whether a source says something of a year; a source without years serves every year. */
export function servesYear(source: SourceSettings, year: number): boolean {
  return source.years.length === 0 || source.years.includes(year);
}

/** Makes an intake for each source that serves the year. */
export function createIntakes(settings: Settings, year: number): YearIntakes {
  const all = settings.sources
    .filter((source) => servesYear(source, year))
    .map((source) => ({ topic: source.topic, intake: createIntake(source, settings, year) }));
  return {
    all: all.map(({ intake }) => intake),
    of: <Topic extends keyof ByTopic>(topic: Topic) =>
      all
        .filter((one) => one.topic === topic && tellsYears(one.intake.source, settings.years))
        .map(({ intake }) => intake as ByTopic[Topic]),
  };
}

function createIntake(source: SourceSettings, { method }: Settings, year: number): ByTopic[keyof ByTopic] {
  switch (source.topic) {
    case 'units':
      return createUnitsIntake(source);
    case 'employee-survey':
      return createEmployeeSurveyIntake(source, method, year);
    case 'maturity':
      return createMaturityIntake(source, method, year);
    case 'initiatives':
      return createInitiativesIntake(source, method, year);
    case 'benefits':
      return createBenefitsIntake(source, year);
    case 'trends':
      return createTrendsIntake(source);
  }
}
