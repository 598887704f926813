import type { StoredJob } from '../ports/job-store.ts';

/** A running job is written at least this often; one that is silent for three times as long has lost its worker. */
export const HEARTBEAT_MS = 5_000;
const SILENT_MS = 3 * HEARTBEAT_MS;
/** How long a message may lie in the queue before another is sent for it. */
const QUEUE_PATIENCE_MS = 10 * 60_000;

/** Whether a worker has the job in hand. */
export function isHeld(job: StoredJob, now: Date): boolean {
  return job.state === 'running' && now.getTime() - Date.parse(job.updatedAt) < SILENT_MS;
}

/** Whether the job will go on by itself: it is held, or its message is still expected. */
export function isUnderWay(job: StoredJob, now: Date): boolean {
  switch (job.state) {
    case 'running':
      return isHeld(job, now);
    case 'queued':
    case 'waiting':
      return now.getTime() - Date.parse(job.retryAt ?? job.updatedAt) < QUEUE_PATIENCE_MS;
    case 'succeeded':
    case 'failed':
    case 'cancelled':
      return false;
  }
}

/** Whether nothing will be done for the job any more. */
export function hasEnded({ state }: StoredJob): boolean {
  return state === 'succeeded' || state === 'failed' || state === 'cancelled';
}
