import { attainment, clip } from '#core/benefits/score-benefit.ts';
import type { Benefit } from '#core/benefits/benefit.ts';
import { exact, type Exact } from '#core/number/exact.ts';
import { isDecided } from '#core/portfolio/score-delivery.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import { trendWatch } from '#core/trends/trend-watch.ts';
import { absent, present, toResultFigure, type Figure, type ResultFigure } from './figure.ts';
import type { BenefitRow, InitiativeRow, ResultRows } from './row-schema.ts';
import type { YearIntakes } from './intakes.ts';
import type { ScoredYear } from './score-year.ts';
import type { ListReading } from './source-readings.ts';

/**
 * The rows behind a year's delivery and benefit, as they counted, and the trend watch; rows with an unmapped status are
 * findings instead.
 */
export function resultRows(
  { initiatives, initiativesTallies, benefits }: ScoredYear,
  intakes: YearIntakes,
  year: number,
  method: MethodSettings,
  readings: ReadonlyMap<string, ListReading>,
): ResultRows {
  const urlOf = ({ sourceId, rowId }: { readonly sourceId: string; readonly rowId: string }) =>
    readings.get(sourceId)?.itemUrl?.(rowId) ?? null;
  const cap = exact(method.benefitCap);
  return {
    initiatives: initiatives.flatMap((initiative): InitiativeRow[] => {
      const { status, rowId, sourceId, businessId, title, statusText, year, portfolioObject } = initiative;
      if (status === null) return [];
      const counted = isDecided(status);
      const row = { rowId, sourceId, businessId, title, status, statusText, year, portfolioObject, counted };
      return [{ ...row, webUrl: urlOf(initiative) }];
    }),
    benefits: benefits.map((benefit) => benefitRow(benefit, cap, urlOf(benefit))),
    trendWatch: trendWatch(
      intakes.of('trends').map((intake) => ({ sourceId: intake.source.id, tally: intake.tally() })),
      initiativesTallies.flatMap((tally) => tally.initiatives),
      year,
      urlOf,
    ),
  };
}

function benefitRow(benefit: Benefit, cap: Exact, webUrl: string | null): BenefitRow {
  const reached = attainment(benefit);
  const { rowId, sourceId, businessId, title, kind, initiative, portfolioObject, year } = benefit;
  return {
    rowId,
    sourceId,
    businessId,
    title,
    kind,
    initiative,
    portfolioObject,
    year,
    baseline: number(benefit.baseline === null ? absent('not-applicable') : present(benefit.baseline)),
    expected: number(present(benefit.expected)),
    measured: number(benefit.measured === null ? absent('missing') : present(benefit.measured)),
    weight: number(present(benefit.weight)),
    attainment: share(reached === null ? absent('missing') : present(clip(reached, cap))),
    uncapped: share(reached === null ? absent('missing') : present(reached)),
    webUrl,
  };
}

/** A register's own number: shown with as many decimals as it has, two at the most. */
function number(figure: Figure): ResultFigure {
  return toResultFigure(figure, figure.kind === 'value' && figure.value.d === 1n ? 'count' : 'ratio');
}

/** Attainment as percent of what was expected. */
function share(figure: Figure): ResultFigure {
  return toResultFigure(figure.kind === 'value' ? present(figure.value.mul(100)) : figure, 'percent');
}
