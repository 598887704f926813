import type { VintageChoice } from '#core/contracts/vintages.ts';
import type { Vintage } from '#core/result/vintage.ts';
import { ProblemError } from '../errors.ts';
import type { ResultStore, StoredResult } from '../ports/result-store.ts';

/** A stored result with the vintage that it is; null for what was computed last. */
export interface ChosenResult {
  readonly stored: StoredResult;
  readonly vintage: Vintage | null;
}

/**
 * The result of a year that is to be read: the one that is asked for, else what was published last, else what was
 * computed last. Null where the year has not been computed. METHOD.md section 10.
 *
 * @throws ProblemError unknown-vintage
 */
export async function chosenResult(
  results: ResultStore,
  tenantId: string,
  year: number,
  choice: VintageChoice | null,
): Promise<ChosenResult | null> {
  if (choice === 'live') return live(results, tenantId, year);
  if (choice === null || choice === 'published') {
    const latest = await results.vintages.latest(tenantId, year);
    if (latest) return { stored: latest, vintage: latest.vintage };
    if (choice === 'published') throw unknownVintage(year);
    return live(results, tenantId, year);
  }
  const found = await results.vintages.find(tenantId, year, choice);
  if (!found) throw unknownVintage(year);
  return { stored: found, vintage: found.vintage };
}

async function live(results: ResultStore, tenantId: string, year: number): Promise<ChosenResult | null> {
  const stored = await results.find(tenantId, year);
  return stored && { stored, vintage: null };
}

function unknownVintage(year: number): ProblemError {
  return new ProblemError('unknown-vintage', { year: String(year) });
}
