import { ProblemError } from '../errors.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { Caller } from '../ports/caller.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobStore, StoredJob } from '../ports/job-store.ts';
import { hasEnded } from './refresh-job.ts';

export type CancelRefresh = (caller: Caller, year: number, correlationId: string) => Promise<StoredJob>;

/** A running job writes about once a second: who loses this many times loses against something else. */
const TRIES = 20;

/**
 * Stops the refresh of a year. The worker that has it finds out at its next write, and stores nothing after that. One that
 * has ended is given back as it ended.
 *
 * @throws ProblemError not-found where the year has never been refreshed
 */
export function createCancelRefresh(parts: {
  readonly jobs: JobStore;
  readonly audit: AuditLog;
  readonly clock: Clock;
}): CancelRefresh {
  const { jobs, audit, clock } = parts;
  return async (caller, year, correlationId) => {
    const { tenantId } = caller;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const found = await jobs.find(tenantId, year);
      if (!found) throw new ProblemError('not-found');
      if (hasEnded(found.job)) return found.job;
      const at = clock.now().toISOString();
      const ended = { state: 'cancelled', phase: null, endedAt: at, retryAt: null, updatedAt: at } as const;
      const job: StoredJob = { ...found.job, ...ended, problem: null };
      if (!(await jobs.write(tenantId, job, found))) continue;
      await audit.add(tenantId, {
        at,
        byId: caller.userId,
        byName: caller.name,
        action: 'refresh-cancelled',
        subject: String(year),
        correlationId,
        changes: [],
      });
      return job;
    }
    throw new ProblemError('storage-unavailable');
  };
}
