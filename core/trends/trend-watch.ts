import type { Initiative } from '#core/portfolio/initiative.ts';
import type { TrendsTally } from './read-trends.ts';
import { findTrendGaps } from './trend-gaps.ts';
import type { TrendInitiative, TrendRow, TrendWatch } from './trend-watch-schema.ts';

/** One list of trends as it was read. */
export interface ReadTrends {
  readonly sourceId: string;
  readonly tally: TrendsTally;
}

type UrlOf = (row: { readonly sourceId: string; readonly rowId: string }) => string | null;
type Counted = Initiative & { readonly status: NonNullable<Initiative['status']> };

/**
 * Joins the trends to the initiatives that answer them: of any year, since a trend outlives the year in which something
 * was decided. Idle are the year's own initiatives only, and not those that were cancelled. METHOD.md section 13.
 *
 * @param initiatives of every year; those with an unmapped status are findings and take no part
 */
export function trendWatch(
  lists: readonly ReadTrends[],
  initiatives: readonly Initiative[],
  year: number,
  urlOf: UrlOf,
): TrendWatch {
  const known = initiatives.filter((initiative): initiative is Counted => initiative.status !== null);
  const trends = lists.flatMap(({ tally }) => tally.trends);
  const gaps = findTrendGaps(trends, known);
  const named = (initiative: Counted): TrendInitiative => {
    const { rowId, businessId, title, year: ofYear, status, portfolioObject } = initiative;
    return { rowId, businessId, title, year: ofYear, status, portfolioObject, webUrl: urlOf(initiative) };
  };
  return {
    connected: lists.length > 0,
    trends: lists.flatMap(({ sourceId, tally }) =>
      tally.trends.map((trend): TrendRow => ({
        ...trend,
        sourceId,
        initiatives: (gaps.answers.get(trend) ?? []).map(named),
        unknownReferences: gaps.unknownReferences
          .filter((unknown) => unknown.trend === trend)
          .map(({ reference }) => reference),
        webUrl: urlOf({ sourceId, rowId: trend.rowId }),
      })),
    ),
    idleInitiatives: gaps.idleInitiatives
      .filter((initiative) => initiative.year === year && initiative.status !== 'cancelled')
      .map(named),
  };
}
