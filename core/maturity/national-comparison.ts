import { exact, ZERO } from '#core/number/exact.ts';
import { derive, present, toResultFigure, type Figure } from '#core/result/figure.ts';
import type { NationalComparison } from '#core/result/survey-schema.ts';
import type { NationalMaturity } from '#core/settings/published-maturity.ts';

/**
 * The country's maturity beside the organisation's own: the value entered for the year, else the latest before it, which
 * then says its year. Of two for one year the last entered stands. METHOD.md section 3.
 *
 * @param own the organisation's maturity in percent, as it may be shown
 */
export function compareWithNational(
  entered: readonly NationalMaturity[],
  year: number,
  own: Figure,
): NationalComparison | null {
  const latest = entered
    .filter((one) => one.year <= year)
    .reduce<NationalMaturity | null>((best, one) => (best && best.year > one.year ? best : one), null);
  if (!latest) return null;
  const national = present(exact(latest.percent));
  const difference = derive([own, national], ([here = ZERO, there = ZERO]) => here.sub(there));
  return {
    year: latest.year,
    percent: toResultFigure(national, 'percent'),
    source: latest.source,
    difference: toResultFigure(difference, 'change'),
  };
}
