import type { TenantFieldValue } from '../graph/tenant-content.ts';
import { DECLARED_TRENDS } from './declared/trends.ts';
import { initiativeRowIds } from './initiative-rows.ts';
import { TREND_COLUMNS as COLUMNS } from './names.ts';

/** Rows of the trend watch; `titleOf` gives the title of an initiative by its list item id, as a lookup shows it. */
export function trendRows(titleOf: (rowId: string) => string): Readonly<Record<string, TenantFieldValue>>[] {
  const initiatives = initiativeRowIds(2025);
  return DECLARED_TRENDS.map((trend) => ({
    Title: trend.title,
    [COLUMNS.kind]: trend.kind,
    [COLUMNS.goalArea]: trend.goalArea,
    [COLUMNS.meaning]: trend.meaning,
    [COLUMNS.horizon]: trend.horizon,
    [COLUMNS.impact]: trend.impact,
    [COLUMNS.readiness]: trend.readiness,
    [COLUMNS.source]: trend.source,
    [COLUMNS.sourceDate]: '2025-05-04T22:00:00Z',
    [COLUMNS.questions]: trend.questions,
    [COLUMNS.initiatives]: trend.initiatives.flatMap((place) => {
      const rowId = initiatives[place];
      return rowId === undefined ? [] : [{ LookupId: Number(rowId), LookupValue: titleOf(rowId) }];
    }),
  }));
}
