import type { VintageChoice } from '#core/contracts/vintages.ts';
import { chosenResult } from './chosen-result.ts';
import { ProblemError } from './errors.ts';
import type { StoredJob } from './ports/job-store.ts';
import type { ResultStore, StoredResult } from './ports/result-store.ts';
import type { SettingsStore, SettingsSummary } from './ports/settings-store.ts';

/** The settings of a tenant, seen to have the year. @throws ProblemError not-configured, unknown-year */
export function settingsWithYear(summary: SettingsSummary | null, year: number): SettingsSummary {
  if (!summary) throw new ProblemError('not-configured');
  if (!summary.years.includes(year)) throw new ProblemError('unknown-year', { year: String(year) });
  return summary;
}

/** There is no result of the year yet; where its refresh failed, that is the cause. */
export function notComputed(year: number, job: StoredJob | null): ProblemError {
  const because = job?.state === 'failed' ? job.problem : null;
  const cause = because && new ProblemError(because.code, because.values);
  return new ProblemError('not-computed', { year: String(year) }, { cause });
}

/**
 * The result of a year the tenant has, as {@link chosenResult} chooses it.
 *
 * @throws ProblemError not-configured, unknown-year, not-computed, unknown-vintage
 */
export async function storedResultOf(
  parts: { readonly settings: SettingsStore; readonly results: ResultStore },
  tenantId: string,
  year: number,
  choice: VintageChoice | null = null,
): Promise<StoredResult> {
  const [summary, chosen] = await Promise.all([
    parts.settings.summary(tenantId),
    chosenResult(parts.results, tenantId, year, choice),
  ]);
  settingsWithYear(summary, year);
  if (!chosen) throw notComputed(year, null);
  return chosen.stored;
}
