import type { VintageChoice } from '#core/contracts/vintages.ts';
import type { ResultRows } from '#core/result/row-schema.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import { storedResultOf } from './year-of-tenant.ts';

export interface ReadableRows {
  /** Hash of the result that the rows are behind. */
  readonly hash: string;
  readonly rows: () => Promise<ResultRows>;
}

export type ReadRows = (
  tenantId: string,
  year: number,
  choice: VintageChoice | null,
) => Promise<ReadableRows>;

/**
 * The initiatives and benefits behind a year's result.
 *
 * @throws ProblemError not-configured, unknown-year, not-computed, unknown-vintage
 */
export function createReadRows(parts: {
  readonly settings: SettingsStore;
  readonly results: ResultStore;
}): ReadRows {
  return async (tenantId, year, choice) => {
    const stored = await storedResultOf(parts, tenantId, year, choice);
    return { hash: stored.head.hash, rows: () => stored.rows() };
  };
}
