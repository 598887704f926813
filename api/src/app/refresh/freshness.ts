import type { Freshness } from '#core/contracts/read.ts';
import type { StoredProblem } from '../errors.ts';
import type { StoredJob } from '../ports/job-store.ts';
import { isUnderWay } from './refresh-job.ts';

export type StoredFreshness = Omit<Freshness, 'problem'> & { readonly problem: StoredProblem | null };

/**
 * How fresh a stored result is, by the latest refresh of its year: stale where that one failed or fell silent, so that
 * the reader sees the last good result with its time and why there is no newer.
 */
export function freshnessOf(computedAt: string, job: StoredJob | null, now: Date): StoredFreshness {
  const lastAttemptAt = job ? (job.endedAt ?? job.startedAt) : null;
  // Somebody chose to stop it: what is stored is as good as it was.
  if (!job || job.state === 'succeeded' || job.state === 'cancelled')
    return { state: 'fresh', computedAt, lastAttemptAt, problem: null };
  const { problem } = job;
  if (isUnderWay(job, now)) return { state: 'refreshing', computedAt, lastAttemptAt, problem };
  return { state: 'stale', computedAt, lastAttemptAt, problem: problem ?? { code: 'internal', values: {} } };
}
