import { compareYears } from '#core/change/compare-years.ts';
import type { VintageChoice } from '#core/contracts/vintages.ts';
import type { YearComparison } from '#core/change/year-comparison.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import { storedResultOf } from './year-of-tenant.ts';

export interface ReadableChange {
  /** Hashes of the two results. */
  readonly hashes: readonly [string, string];
  readonly change: () => Promise<YearComparison>;
}

export type ReadChange = (
  tenantId: string,
  year: number,
  against: number,
  choice: VintageChoice | null,
) => Promise<ReadableChange>;

/**
 * What changed from one year to another. Of this year the chosen result, of the other the one that is read by itself.
 *
 * @throws ProblemError not-configured, unknown-year, not-computed, unknown-vintage
 */
export function createReadChange(parts: {
  readonly settings: SettingsStore;
  readonly results: ResultStore;
}): ReadChange {
  return async (tenantId, year, against, choice) => {
    const [current, previous] = await Promise.all([
      storedResultOf(parts, tenantId, year, choice),
      storedResultOf(parts, tenantId, against),
    ]);
    return {
      hashes: [current.head.hash, previous.head.hash],
      change: async () => compareYears(await current.result(), await previous.result()),
    };
  };
}
