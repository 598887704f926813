import { problemOf, ProblemError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobHandle, JobStore, StoredJob } from '../ports/job-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { WorkQueue } from '../ports/work-queue.ts';
import { isUnderWay } from './refresh-job.ts';

export type RequestRefresh = (request: {
  readonly tenantId: string;
  readonly year: number;
  readonly correlationId: string;
  /** Compute only if something has changed since the last time. */
  readonly onlyIfChanged?: boolean;
}) => Promise<StoredJob>;

/**
 * Asks for a year to be computed anew. A refresh that is queued or under way is answered with, not doubled.
 *
 * @throws ProblemError not-configured, unknown-year
 */
export function createRequestRefresh(parts: {
  readonly settings: SettingsStore;
  readonly jobs: JobStore;
  readonly queue: WorkQueue;
  readonly clock: Clock;
}): RequestRefresh {
  const { settings, jobs, queue, clock } = parts;
  return async ({ tenantId, year, correlationId, onlyIfChanged = false }) => {
    const [summary, existing] = await Promise.all([settings.summary(tenantId), jobs.find(tenantId, year)]);
    if (!summary) throw new ProblemError('not-configured');
    if (!summary.years.includes(year)) throw new ProblemError('unknown-year', { year: String(year) });
    const now = clock.now();
    if (existing && isUnderWay(existing.job, now)) return existing.job;
    const written = await jobs.write(tenantId, queuedJob(year, correlationId, now.toISOString()), existing);
    // Somebody asked at the same moment: theirs is as good as ours.
    if (!written) return jobOf(await jobs.find(tenantId, year));
    try {
      await queue.recompute({ tenantId, year, correlationId, onlyIfChanged });
    } catch (error) {
      const failedAt = clock.now().toISOString();
      const failed = {
        state: 'failed',
        endedAt: failedAt,
        updatedAt: failedAt,
        problem: problemOf(error),
      } as const;
      await jobs.write(tenantId, { ...written.job, ...failed }, written);
      throw error;
    }
    return written.job;
  };
}

function queuedJob(year: number, correlationId: string, now: string): StoredJob {
  return {
    year,
    state: 'queued',
    requestedAt: now,
    startedAt: null,
    endedAt: null,
    retryAt: null,
    phase: null,
    sourceName: null,
    rowsRead: 0,
    resourceUnits: null,
    unchanged: false,
    correlationId,
    problem: null,
    updatedAt: now,
    waits: 0,
  };
}

function jobOf(handle: JobHandle | null): StoredJob {
  if (!handle) throw new ProblemError('internal');
  return handle.job;
}
