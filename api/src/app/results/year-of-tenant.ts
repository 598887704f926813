import type { VintageChoice } from '#core/contracts/vintages.ts';
import { chosenResult } from './chosen-result.ts';
import { ProblemError } from '../errors.ts';
import type { StoredJob } from '../ports/job-store.ts';
import type { ResultStore, StoredResult } from '../ports/result-store.ts';
import type { SettingsStore, SettingsSummary } from '../ports/settings-store.ts';

/**
 * The settings of a tenant, seen to have the year.
 *
 * @param isPublished it is what was published of the year that is read: that stays, whatever years are computed today
 * @throws ProblemError not-configured, unknown-year
 */
export function settingsWithYear(
  summary: SettingsSummary | null,
  year: number,
  isPublished = false,
): SettingsSummary {
  if (!summary) throw new ProblemError('not-configured');
  if (!isPublished && !summary.years.includes(year))
    throw new ProblemError('unknown-year', { year: String(year) });
  return summary;
}

/** The years that can be read, oldest first: those that are computed, and those that once were and have been published. */
export function yearsOf(computed: readonly number[], published: readonly number[]): readonly number[] {
  return [...new Set([...computed, ...published])].sort((a, b) => a - b);
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
  settingsWithYear(summary, year, chosen !== null && chosen.vintage !== null);
  if (!chosen) throw notComputed(year, null);
  return chosen.stored;
}
