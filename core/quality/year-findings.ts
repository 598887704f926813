import { daysBetween } from '#core/fields/swedish-date.ts';
import { exact } from '#core/number/exact.ts';
import type { YearIntakes } from '#core/result/intakes.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { SourceReading } from '#core/result/source-reading-schema.ts';
import type { ScoredYear } from '#core/result/score-year.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import type { ListReading } from '#core/result/source-readings.ts';
import { readingFindings } from './reading-findings.ts';
import { FindingCollector } from './finding-collector.ts';

/** What the rules about a whole year look at. */
export interface YearUnderTest {
  readonly scored: ScoredYear;
  readonly intakes: YearIntakes;
  /** Found while figures were explained. */
  readonly findings: readonly Finding[];
  readonly figures: IndexResult['figures'];
  readonly sources: readonly SourceReading[];
  readonly readings: ReadonlyMap<string, ListReading>;
  readonly settings: Settings;
  readonly now: string;
  readonly previous: IndexResult | null;
  readonly lastYear: IndexResult | null;
}

const SEVERITIES = ['error', 'warning', 'info'] as const;
const LOW_RESPONSE_PERCENT = exact(60);
const UNCHANGED_DAYS = 400;

/** Every finding of a year, worst first: those of the rows and those that only the whole shows. METHOD.md section 11. */
export function yearFindings(year: YearUnderTest): readonly Finding[] {
  const { scored, intakes } = year;
  const ofRows = [
    ...intakes.of('units').flatMap((intake) => intake.tally().findings),
    ...scored.survey.findings,
    ...(scored.maturityTally?.findings ?? []),
    ...scored.maturity.findings,
    ...scored.initiativesTallies.flatMap((tally) => tally.findings),
    ...scored.benefitsTallies.flatMap((tally) => tally.findings),
    ...intakes.of('trends').flatMap((intake) => intake.tally().findings),
  ];
  const ofYear = new FindingCollector(null);
  checkDelivery(year, ofYear);
  checkCoverage(year, ofYear);
  checkResponse(year, ofYear);
  checkUnits(year, ofYear);
  return [
    ...readingFindings(intakes, year.readings),
    ...ofRows,
    ...year.findings,
    ...ofYear.findings(),
    ...sourceFindings(year),
  ].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function checkDelivery({ scored }: YearUnderTest, findings: FindingCollector): void {
  const { score } = scored.delivery;
  if (score.kind === 'absent' && score.reason === 'insufficient') findings.add('no-decided-initiative');
}

function checkCoverage({ scored, settings }: YearUnderTest, findings: FindingCollector): void {
  const { coverage } = scored.benefit;
  const minimum = settings.method.minimumBenefitCoveragePercent;
  if (coverage.kind === 'value' && coverage.value.compare(minimum) < 0) {
    findings.add('benefit-coverage-low', { detail: { minimum: String(minimum) } });
  }
}

/** Low rates, and a rate that fell while its score rose: those who stopped answering may be the less content. */
function checkResponse({ figures, lastYear }: YearUnderTest, findings: FindingCollector): void {
  const pairs = [
    ['employeeResponseRate', 'employeePercent'],
    ['maturityResponseRate', 'maturityPercent'],
  ] as const;
  for (const [rateId, scoreId] of pairs) {
    const rate = exactOf(figures[rateId]);
    if (rate && rate.compare(LOW_RESPONSE_PERCENT) < 0) {
      findings.add('low-response-rate', { detail: { figure: rateId } });
    }
    if (!lastYear) continue;
    const [score, rateBefore, scoreBefore] = [
      exactOf(figures[scoreId]),
      exactOf(lastYear.figures[rateId]),
      exactOf(lastYear.figures[scoreId]),
    ];
    if (
      rate &&
      score &&
      rateBefore &&
      scoreBefore &&
      rate.compare(rateBefore) < 0 &&
      score.compare(scoreBefore) > 0
    ) {
      findings.add('response-falling-score-rising', { detail: { figure: scoreId } });
    }
  }
}

function exactOf({ figure }: IndexResult['figures'][keyof IndexResult['figures']]) {
  return figure.kind === 'value' && figure.exact !== null ? exact(figure.exact) : undefined;
}

/** Units added, removed or moved since last year, by id. */
function checkUnits({ scored, lastYear }: YearUnderTest, findings: FindingCollector): void {
  const now = scored.survey.units;
  const before = lastYear?.employeeSurvey.units ?? [];
  if (now.length === 0 || before.length === 0) return;
  const parents = new Map(before.map((unit) => [unit.id, unit.parentId]));
  const ids = new Set(now.map((unit) => unit.id));
  const report = (change: string, units: readonly { readonly name: string }[]) => {
    for (const { name } of units) findings.add('units-changed', { detail: { change, unit: name } });
  };
  report(
    'added',
    now.filter((unit) => !parents.has(unit.id)),
  );
  report(
    'removed',
    before.filter((unit) => !ids.has(unit.id)),
  );
  report(
    'moved',
    now.filter((unit) => parents.has(unit.id) && parents.get(unit.id) !== unit.parentId),
  );
}

/** What a source's reading tells: far fewer rows than last time, or nothing changed for long. */
function sourceFindings({ sources, previous, now }: YearUnderTest): readonly Finding[] {
  return sources.flatMap((source) => {
    const findings = new FindingCollector(source.sourceId);
    const before = previous?.sources.find((earlier) => earlier.sourceId === source.sourceId);
    const [rowsBefore, rowsNow] = [before?.rowsRead ?? null, source.rowsRead];
    if (rowsBefore !== null && rowsNow !== null && rowsNow * 5 < rowsBefore * 4) {
      findings.add('fewer-rows', { detail: { before: String(rowsBefore), now: String(rowsNow) } });
    }
    if (source.lastChangedAt !== null && daysBetween(source.lastChangedAt, now) > UNCHANGED_DAYS) {
      findings.add('source-unchanged', { detail: { since: source.lastChangedAt.slice(0, 10) } });
    }
    return findings.findings();
  });
}
