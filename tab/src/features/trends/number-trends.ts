import { buildTrendRadar } from '#core/trends/trend-radar.ts';
import type { TrendRow } from '#core/trends/trend-watch-schema.ts';

/** A trend with the number that it has in the radar and in every list of the page. */
export interface NumberedTrend extends TrendRow {
  readonly number: number;
}

/** Numbers the trends the way they are read: the nearest first, the greatest impact first, what has no place last. */
export function numberTrends(trends: readonly TrendRow[]): readonly NumberedTrend[] {
  const { rings, unplaced } = buildTrendRadar(trends);
  return [...rings.flatMap((ring) => ring.trends), ...unplaced].map((trend, index) => ({
    ...trend,
    number: index + 1,
  }));
}
