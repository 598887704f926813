import type { Reading } from '#core/digest/due-run.ts';
import { openView } from '#core/masking/open-view.ts';
import type { ResultFigure } from '#core/result/figure.ts';
import { chosenResult } from './chosen-result.ts';
import type { ResultStore } from '../ports/result-store.ts';

/**
 * What a digest would tell of now, as far as thresholds look at it: the latest year that has been computed, as published
 * where it is, under the stricter mask of channels; and what is published of every year. Null where nothing has been
 * computed.
 */
export async function readFigures(results: ResultStore, tenantId: string): Promise<Reading | null> {
  const { live, published } = await yearsOf(results, tenantId);
  const year = latestOf([...live, ...published.keys()]);
  const chosen = year === null ? null : await chosenResult(results, tenantId, year, null);
  if (year === null || chosen === null) return null;
  const { figures } = openView(await chosen.stored.result());
  const { index, employeeResponseRate } = figures;
  return {
    hash: chosen.stored.head.hash,
    year,
    published: published.get(year) ?? null,
    vintages: Object.fromEntries(published),
    index: exactly(index.figure),
    responseRate: exactly(employeeResponseRate.figure),
  };
}

/** Before rounding: 59,96 % is under 60. */
function exactly(figure: ResultFigure): string | null {
  return figure.kind === 'value' ? (figure.exact ?? figure.shown) : null;
}

/** The latest year that has a result, published or not. */
export async function latestYear(results: ResultStore, tenantId: string): Promise<number | null> {
  const { live, published } = await yearsOf(results, tenantId);
  return latestOf([...live, ...published.keys()]);
}

async function yearsOf(results: ResultStore, tenantId: string) {
  const [live, published] = await Promise.all([
    results.heads(tenantId),
    results.vintages.latestOfYears(tenantId),
  ]);
  return {
    live: live.map(({ year }) => year),
    published: new Map(published.map(({ head, vintage }) => [head.year, vintage.hash])),
  };
}

function latestOf(years: readonly number[]): number | null {
  return years.length === 0 ? null : Math.max(...years);
}
