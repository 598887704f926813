import type { VintageChoice } from '#core/contracts/vintages.ts';
import { withoutUnits } from '#core/masking/without-units.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { Vintage } from '#core/result/vintage.ts';
import { chosenResult } from './chosen-result.ts';
import { freshnessOf, type StoredFreshness } from '../refresh/freshness.ts';
import type { Caller } from '../ports/caller.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobStore } from '../ports/job-store.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import { maySeeUnits } from './unit-access.ts';
import { notComputed, settingsWithYear } from './year-of-tenant.ts';

/** A year as one caller may see it; the contents are fetched only if they are asked for. */
export interface ReadableResult {
  readonly hash: string;
  /** The vintage that it is; null for what was computed last. */
  readonly vintage: Vintage | null;
  /** Number of the year's latest vintage. */
  readonly latestVintage: number | null;
  readonly freshness: StoredFreshness;
  /** Unit figures are withheld from this caller. */
  readonly unitsWithheld: boolean;
  result(): Promise<IndexResult>;
}

export type ReadResult = (
  caller: Caller,
  year: number,
  choice: VintageChoice | null,
) => Promise<ReadableResult>;

/**
 * A year's result, as published where it has been, with how fresh it is. What is published does not go stale.
 *
 * @throws ProblemError not-configured, unknown-year, not-computed, unknown-vintage
 */
export function createReadResult(parts: {
  readonly settings: SettingsStore;
  readonly results: ResultStore;
  readonly jobs: JobStore;
  readonly clock: Clock;
}): ReadResult {
  return async (caller, year, choice) => {
    const { tenantId } = caller;
    const [summary, chosen, job, latest] = await Promise.all([
      parts.settings.summary(tenantId),
      chosenResult(parts.results, tenantId, year, choice),
      parts.jobs.find(tenantId, year),
      parts.results.vintages.latest(tenantId, year),
    ]);
    const settings = settingsWithYear(summary, year, chosen !== null && chosen.vintage !== null);
    if (!chosen) throw notComputed(year, job?.job ?? null);
    const { stored, vintage } = chosen;
    const { hash, computedAt } = stored.head;
    const unitsWithheld = !maySeeUnits(caller, settings);
    return {
      hash,
      vintage,
      latestVintage: latest?.vintage.number ?? null,
      freshness: vintage
        ? { state: 'fresh', computedAt, lastAttemptAt: null, problem: null }
        : freshnessOf(computedAt, job?.job ?? null, parts.clock.now()),
      unitsWithheld,
      result: async () => {
        const result = await stored.result();
        return unitsWithheld ? withoutUnits(result) : result;
      },
    };
  };
}
