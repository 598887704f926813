import { HORIZONS, type Horizon } from './horizons.ts';

/** What the radar asks of a trend. */
export interface RadarTrend {
  readonly rowId: string;
  readonly title: string;
  /** Null: not known. */
  readonly horizon: Horizon | null;
  /** 1–5; null where it is not known. */
  readonly impact: number | null;
}

/** Trends of one horizon. METHOD.md section 13. */
export interface RadarRing<Trend extends RadarTrend> {
  readonly horizon: Horizon;
  /** Greatest impact first; trends of equal impact by title, then by row id. */
  readonly trends: readonly Placed<Trend>[];
}

/** Data of the radar: every horizon, even an empty one, the nearest first, and what can't be placed. */
export interface TrendRadar<Trend extends RadarTrend> {
  readonly rings: readonly RadarRing<Trend>[];
  /** Trends without a known horizon or impact. */
  readonly unplaced: readonly Trend[];
}

export type Placed<Trend extends RadarTrend> = Trend & { readonly horizon: Horizon; readonly impact: number };

/** Places trends by horizon and impact. */
export function buildTrendRadar<Trend extends RadarTrend>(trends: readonly Trend[]): TrendRadar<Trend> {
  const placed = trends.filter((trend): trend is Placed<Trend> => hasPlace(trend));
  return {
    rings: HORIZONS.map((horizon) => ({
      horizon,
      trends: placed.filter((trend) => trend.horizon === horizon).sort(byImpact),
    })),
    unplaced: trends.filter((trend) => !hasPlace(trend)),
  };
}

function hasPlace(trend: RadarTrend): boolean {
  return trend.horizon !== null && trend.impact !== null;
}

function byImpact(a: Placed<RadarTrend>, b: Placed<RadarTrend>): number {
  if (a.impact !== b.impact) return b.impact - a.impact;
  if (a.title !== b.title) return a.title < b.title ? -1 : 1;
  return a.rowId < b.rowId ? -1 : 1;
}
