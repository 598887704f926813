import type { RecomputeMessage } from '#core/contracts/work.ts';
import type { ComputeIndex } from './compute-index.ts';
import { privacyRefusal } from './privacy-refusal.ts';
import { problemOf, ProblemError, WaitError } from '../errors.ts';
import { createJobProgress, JobLostError, type JobProgress } from './job-progress.ts';
import type { SeeChanges } from '../digests/see-changes.ts';
import type { YearMarksStore } from '../ports/kept-rows.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobHandle, JobStore, StoredJob } from '../ports/job-store.ts';
import type { Log } from '../ports/log.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { WorkQueue } from '../ports/work-queue.ts';
import { hasEnded, HEARTBEAT_MS, isHeld } from './refresh-job.ts';

/** After so many waits the source is called unavailable rather than asked for ever. */
const MOST_WAITS = 12;

export type RunRefresh = (message: RecomputeMessage, log: Log) => Promise<void>;

export interface RunRefreshParts {
  readonly settings: SettingsStore;
  readonly jobs: JobStore;
  readonly results: ResultStore;
  readonly queue: WorkQueue;
  readonly compute: ComputeIndex;
  readonly marks: YearMarksStore;
  readonly seeChanges: SeeChanges;
  readonly clock: Clock;
}

/**
 * Does what a recompute message asks: reads, computes, stores. A failure is written into the job with its code and
 * values and leaves the last good result as it was; a source that asks us to wait sends the message back to the queue; one
 * that is cancelled, or taken over by another worker, stops at its next page and stores nothing.
 */
export function createRunRefresh(parts: RunRefreshParts): RunRefresh {
  const { jobs, queue, clock } = parts;
  return async (message, log) => {
    const { tenantId, year } = message;
    const found = await jobs.find(tenantId, year);
    if (!found || hasEnded(found.job)) return;
    const now = clock.now();
    if (isHeld(found.job, now)) return queue.recompute(message, HEARTBEAT_MS);
    const early = found.job.retryAt === null ? 0 : Date.parse(found.job.retryAt) - now.getTime();
    if (found.job.state === 'waiting' && early > 0) return queue.recompute(message, early);

    const claimed = await jobs.write(tenantId, begun(found.job, now.toISOString()), found);
    // Another worker was faster.
    if (!claimed) return;
    log.info('refresh-started', { year });
    const progress = createJobProgress(jobs, tenantId, claimed, clock);
    try {
      const seen = message.onlyIfChanged ? await parts.seeChanges(tenantId, year) : null;
      if (seen?.changed === false) {
        const unchanged = { unchanged: true, resourceUnits: seen.resourceUnits };
        const endedAt = clock.now().toISOString();
        await progress.end({ state: 'succeeded', phase: null, endedAt, ...unchanged });
        log.info('refresh-unchanged', { year, resourceUnits: seen.resourceUnits });
        return;
      }
      const { rows, resourceUnits: cost } = await computeAndStore(parts, message, progress, seen?.unchanged);
      const resourceUnits = cost + (seen?.resourceUnits ?? 0);
      const endedAt = clock.now().toISOString();
      await progress.end({
        state: 'succeeded',
        endedAt,
        phase: null,
        sourceName: null,
        rowsRead: rows,
        resourceUnits,
        problem: null,
      });
      log.info('refresh-succeeded', { year, rows, resourceUnits });
    } catch (error) {
      if (error instanceof JobLostError) {
        await progress.stop();
        log.info('refresh-stopped', { year });
        return;
      }
      const held = await progress.stop();
      await recordFailure(parts, message, held, error, log);
    }
  };
}

function begun(job: StoredJob, now: string): StoredJob {
  const startedAt = job.startedAt ?? now;
  return {
    ...job,
    state: 'running',
    phase: 'reading',
    startedAt,
    retryAt: null,
    rowsRead: 0,
    resourceUnits: null,
    unchanged: false,
    problem: null,
    updatedAt: now,
  };
}

async function computeAndStore(
  { settings, results, compute, marks, clock }: RunRefreshParts,
  { tenantId, year }: RecomputeMessage,
  progress: JobProgress,
  unchanged: ReadonlyMap<string, string> = new Map(),
): Promise<{ readonly rows: number; readonly resourceUnits: number }> {
  const [stored, previous, lastYear, earlier] = await Promise.all([
    settings.latest(tenantId),
    results.find(tenantId, year),
    results.find(tenantId, year - 1),
    results.seen(tenantId, year),
  ]);
  if (!stored) throw new ProblemError('not-configured');
  if (!stored.settings.years.includes(year)) throw new ProblemError('unknown-year', { year: String(year) });
  const {
    result,
    rows,
    violations,
    resourceUnits,
    marks: taken,
  } = await compute({
    tenantId,
    year,
    stored,
    previous: (await previous?.result()) ?? null,
    lastYear: (await lastYear?.result()) ?? null,
    earlier,
    unchanged,
    report: progress.report,
  });
  const refusal = privacyRefusal(violations, stored.settings, year);
  if (refusal) throw refusal;
  // Whoever cancelled it meanwhile, or took it over, must not find a result of ours.
  await progress.storing();
  await results.save(tenantId, result, rows, earlier);
  const computedAt = clock.now().toISOString();
  await marks.save(tenantId, year, { settingsVersion: stored.version, computedAt, marks: taken });
  return { rows: result.sources.reduce((sum, source) => sum + (source.rowsRead ?? 0), 0), resourceUnits };
}

async function recordFailure(
  { jobs, queue, clock }: RunRefreshParts,
  message: RecomputeMessage,
  held: JobHandle,
  error: unknown,
  log: Log,
): Promise<void> {
  const { tenantId, year } = message;
  const problem = problemOf(error);
  const now = clock.now();
  const updatedAt = now.toISOString();
  if (error instanceof WaitError && held.job.waits < MOST_WAITS) {
    const retryAt = new Date(now.getTime() + error.waitMs).toISOString();
    const waits = held.job.waits + 1;
    await jobs.write(
      tenantId,
      { ...held.job, state: 'waiting', phase: null, retryAt, problem, waits, updatedAt },
      held,
    );
    await queue.recompute(message, error.waitMs);
    log.warn('refresh-waiting', { year, code: problem.code, waitMs: error.waitMs });
    return;
  }
  await jobs.write(
    tenantId,
    { ...held.job, state: 'failed', phase: null, endedAt: updatedAt, problem, updatedAt },
    held,
  );
  log.error('refresh-failed', { year, code: problem.code, ...reasonOf(error) });
}

/** The error's own words only where nobody foresaw it: a foreseen problem's words may name a list. */
function reasonOf(error: unknown): { readonly error?: string } {
  return error instanceof ProblemError || !(error instanceof Error) ? {} : { error: error.name };
}
