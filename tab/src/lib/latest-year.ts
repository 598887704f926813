import type { YearSummary } from '#core/contracts/read.ts';

/** The year that is shown where none is asked for: the latest computed one, else the latest of all. */
export function latestYear(years: readonly YearSummary[]): number | null {
  const newestFirst = years.toSorted((a, b) => b.year - a.year);
  return (newestFirst.find((summary) => summary.state === 'computed') ?? newestFirst[0])?.year ?? null;
}
