import type { IndexResult } from '#core/result/result-schema.ts';
import { freshnessOf, type StoredFreshness } from './freshness.ts';
import type { Caller } from './ports/caller.ts';
import type { Clock } from './ports/clock.ts';
import type { JobStore } from './ports/job-store.ts';
import type { ResultStore } from './ports/result-store.ts';
import type { SettingsStore, SettingsSummary } from './ports/settings-store.ts';
import { notComputed, settingsWithYear } from './year-of-tenant.ts';

/** A year as one caller may see it; the contents are fetched only if they are asked for. */
export interface ReadableResult {
  readonly hash: string;
  readonly freshness: StoredFreshness;
  /** Unit figures are withheld from this caller. */
  readonly unitsWithheld: boolean;
  result(): Promise<IndexResult>;
}

export type ReadResult = (caller: Caller, year: number) => Promise<ReadableResult>;

/**
 * The last good result of a year, with how fresh it is.
 *
 * @throws ProblemError not-configured, unknown-year, not-computed
 */
export function createReadResult(parts: {
  readonly settings: SettingsStore;
  readonly results: ResultStore;
  readonly jobs: JobStore;
  readonly clock: Clock;
}): ReadResult {
  return async (caller, year) => {
    const { tenantId } = caller;
    const [summary, stored, job] = await Promise.all([
      parts.settings.summary(tenantId),
      parts.results.find(tenantId, year),
      parts.jobs.find(tenantId, year),
    ]);
    const settings = settingsWithYear(summary, year);
    if (!stored) throw notComputed(year, job?.job ?? null);
    const unitsWithheld = !maySeeUnits(caller, settings);
    return {
      hash: stored.head.hash,
      freshness: freshnessOf(stored.head.computedAt, job?.job ?? null, parts.clock.now()),
      unitsWithheld,
      result: async () => {
        const result = await stored.result();
        return unitsWithheld ? withoutUnits(result) : result;
      },
    };
  };
}

function maySeeUnits({ roles }: Caller, { unitsVisibleTo }: SettingsSummary): boolean {
  return unitsVisibleTo === 'everyone' || roles.has('Index.Manager') || roles.has('Index.Admin');
}

function withoutUnits(result: IndexResult): IndexResult {
  return {
    ...result,
    employeeSurvey: { ...result.employeeSurvey, units: [] },
    maturity: { ...result.maturity, units: [] },
  };
}
