import { scoreBenefitGroups } from '#core/benefits/score-benefit.ts';
import { stockholmDateOf } from '#core/fields/swedish-date.ts';
import { auditYear } from '#core/masking/audit.ts';
import type { Violation } from '#core/masking/violation.ts';
import { exact } from '#core/number/exact.ts';
import { scoreDeliveryObjects, scorePortfolio } from '#core/portfolio/score-portfolio.ts';
import { yearFindings } from '#core/quality/year-findings.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { yearUncertainty } from '#core/uncertainty/year-uncertainty.ts';
import { contentHash } from './content-hash.ts';
import { explainYear } from './explain-year.ts';
import type { SourceIntake } from './intake.ts';
import { createIntakes } from './intakes.ts';
import { RESULT_SCHEMA_VERSION, type IndexResult } from './result-schema.ts';
import type { ResultRows } from './row-schema.ts';
import { resultRows } from './result-rows.ts';
import { wellFormed } from './well-formed.ts';
import { scoreYear } from './score-year.ts';
import { sourceReadings, type ListReading } from './source-readings.ts';

/** Version of the method as METHOD.md describes it; raised when a figure could come out differently. */
export const METHOD_VERSION = '1.1';

/** What the computing needs besides the rows. */
export interface FinishInput {
  /** ISO instant of the computing. */
  readonly now: string;
  readonly readings: ReadonlyMap<string, ListReading>;
  /** The last result of the same year, for rules that compare and for the hash chain; null for the first. */
  readonly previous: IndexResult | null;
  /** The result of the year before, for rules that compare years; null where there is none. */
  readonly lastYear: IndexResult | null;
  /** Every result of the year that anybody may have seen, one for each state of its surveys is enough. */
  readonly earlier: readonly IndexResult[];
}

/** What a computing comes to. */
export interface FinishedYear {
  readonly result: IndexResult;
  readonly rows: ResultRows;
  /** What the result would give away, alone or beside `earlier`: if there is any, it must not be stored. */
  readonly violations: readonly Violation[];
}

/** One computing of one year: rows go into the intakes, the result comes out of `finish`. */
export interface Computation {
  readonly intakes: readonly SourceIntake[];
  finish(input: FinishInput): FinishedYear;
}

/**
 * Starts the computing of a year. Feed every intake its rows, in any order of sources, then finish once. What comes out
 * is masked, audited and explains itself; survey rows are gone by then.
 *
 * @param settingsVersion the stored version of `settings`, named in the result
 */
export function startComputation(settings: Settings, settingsVersion: number, year: number): Computation {
  const intakes = createIntakes(settings, year);
  return {
    intakes: intakes.all,
    finish({ now, readings, previous, lastYear, earlier }) {
      const scored = scoreYear(intakes, settings, year, now, earlier);
      const cap = exact(settings.method.benefitCap);
      const { figures, findings } = explainYear(scored, intakes, settings, year);
      const sources = sourceReadings(intakes, scored, readings, now);
      const content = wellFormed<Omit<IndexResult, 'hash'>>({
        schemaVersion: RESULT_SCHEMA_VERSION,
        methodVersion: METHOD_VERSION,
        organisationName: settings.organisationName,
        year,
        computedAt: now,
        running: year >= Number(stockholmDateOf(now).slice(0, 4)),
        settingsVersion,
        method: settings.method,
        figures,
        uncertainty: yearUncertainty({
          figures,
          survey: scored.survey,
          maturityTally: scored.maturityTally,
          method: settings.method,
        }),
        employeeSurvey: { closed: scored.survey.closed, units: scored.survey.units },
        maturity: {
          ...scored.maturity.parts,
          ...scored.maturity.open,
          units: scored.maturity.units,
          unitsFrom: scored.maturityUnitsFrom,
          national: scored.maturity.national,
        },
        delivery: {
          statuses: scored.delivery.counts,
          objects: scoreDeliveryObjects(scored.initiatives),
          portfolio: scorePortfolio(scored.initiatives),
        },
        benefit: {
          kinds: scoreBenefitGroups(scored.benefits, ({ kind }) => kind, cap),
          objects: scoreBenefitGroups(scored.benefits, ({ portfolioObject }) => portfolioObject, cap),
        },
        sources,
        findings: yearFindings({
          scored,
          intakes,
          findings,
          figures,
          sources,
          readings,
          settings,
          now,
          previous,
          lastYear,
        }),
        previousHash: previous?.hash ?? null,
      });
      const result: IndexResult = { ...content, hash: contentHash(content) };
      return {
        result,
        rows: resultRows(scored, intakes, year, settings.method, readings),
        violations: auditYear({
          current: result,
          earlier,
          answers: scored.answers,
          invited: scored.survey.invitedPersons,
          maturityAnswers: scored.maturityAnswers,
          maturityParts: scored.maturityTally,
        }),
      };
    },
  };
}
