import { HORIZONS, type Horizon, type Trend } from './read-trends.ts';

/** Trends of one horizon, the nearest first. METHOD.md section 13. */
export interface RadarRing {
  readonly horizon: Horizon;
  /** Greatest impact first; trends of equal impact by title, then by row id. */
  readonly trends: readonly (Trend & { readonly impact: number })[];
}

/** Data of the radar: every horizon, even an empty one, and what can't be placed. */
export interface TrendRadar {
  readonly rings: readonly RadarRing[];
  /** Trends without a known horizon or impact. */
  readonly unplaced: readonly Trend[];
}

/** Places trends by horizon and impact. */
export function buildTrendRadar(trends: readonly Trend[]): TrendRadar {
  const placed = trends.filter(hasPlace);
  return {
    rings: HORIZONS.map((horizon) => ({
      horizon,
      trends: placed.filter((trend) => trend.horizon === horizon).sort(byImpact),
    })),
    unplaced: trends.filter((trend) => !hasPlace(trend)),
  };
}

type Placed = Trend & { readonly horizon: Horizon; readonly impact: number };

function hasPlace(trend: Trend): trend is Placed {
  return trend.horizon !== null && trend.impact !== null;
}

function byImpact(a: Placed, b: Placed): number {
  if (a.impact !== b.impact) return b.impact - a.impact;
  if (a.title !== b.title) return a.title < b.title ? -1 : 1;
  return a.rowId < b.rowId ? -1 : 1;
}
