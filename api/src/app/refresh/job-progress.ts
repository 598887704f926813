import type { ReadingProgress } from './compute-index.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobHandle, JobStore, StoredJob } from '../ports/job-store.ts';
import { HEARTBEAT_MS } from './refresh-job.ts';

/** Progress is written at most this often: the tab polls it, nobody reads faster. */
const INTERVAL_MS = 1000;

/** The job is not ours any more: somebody has cancelled it, or another worker has it. */
export class JobLostError extends Error {
  override readonly name = 'JobLostError';
}

export interface JobProgress {
  /** Remembers where the reading is; written in the background, never waited for. @throws JobLostError */
  readonly report: (progress: ReadingProgress) => void;
  /** Says that the result is about to be stored, and waits until that is written. @throws JobLostError */
  storing(): Promise<void>;
  /** Ends the writing in the background; gives the job as it stands. */
  stop(): Promise<JobHandle>;
  /** Stops and writes how the job ended. */
  end(change: Partial<StoredJob>): Promise<void>;
}

/**
 * Writes a running job's progress beside the reading, and a sign of life when there is no progress. Losing a write does not
 * disturb the reading; losing the job stops it.
 */
export function createJobProgress(
  jobs: JobStore,
  tenantId: string,
  claimed: JobHandle,
  clock: Clock,
): JobProgress {
  let handle = claimed;
  let latest: ReadingProgress | null = null;
  let writing: Promise<void> = Promise.resolve();
  let isWriting = false;
  let isStopped = false;
  let isLost = false;
  let writtenAt = clock.now().getTime();

  const write = () => {
    isWriting = true;
    writtenAt = clock.now().getTime();
    const job = { ...handle.job, ...latest, updatedAt: clock.now().toISOString() };
    writing = jobs
      .write(tenantId, job, handle)
      .then((written) => {
        if (written) handle = written;
        else isLost = true;
      })
      .catch(() => undefined)
      .finally(() => {
        isWriting = false;
      });
  };
  const heartbeat = setInterval(() => {
    if (!isStopped && !isLost && !isWriting) write();
  }, HEARTBEAT_MS);
  heartbeat.unref();

  const stop = async () => {
    isStopped = true;
    clearInterval(heartbeat);
    await writing;
    return handle;
  };
  return {
    report(progress) {
      if (isLost) throw new JobLostError();
      latest = progress;
      const isDue = clock.now().getTime() - writtenAt >= INTERVAL_MS;
      if (isDue && !isStopped && !isWriting) write();
    },
    async storing() {
      const held = await stop();
      const job = { ...held.job, ...latest, phase: 'storing', updatedAt: clock.now().toISOString() } as const;
      const written = isLost ? null : await jobs.write(tenantId, job, held);
      if (!written) throw new JobLostError();
      handle = written;
    },
    stop,
    async end(change) {
      const held = await stop();
      const job = { ...held.job, ...change, updatedAt: clock.now().toISOString() };
      await jobs.write(tenantId, job, held);
    },
  };
}
