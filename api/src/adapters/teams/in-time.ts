import { setTimeout as wait } from 'node:timers/promises';

/** Waited for as long as may be. What was waited for goes on by itself; nobody takes its result any more. */
export class TooLateError extends Error {
  override readonly name = 'TooLateError';
}

/**
 * The result of some work that has no limit of its own, if it comes in time.
 *
 * @throws TooLateError after `limitMs`; what the work throws
 */
export async function inTime<Result>(work: Promise<Result>, limitMs: number): Promise<Result> {
  const ended = new AbortController();
  const limit = wait(limitMs, undefined, { signal: ended.signal }).then(() => {
    throw new TooLateError(`nothing within ${limitMs} ms`);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    ended.abort();
    // Whichever came second says nothing any more.
    limit.catch(() => undefined);
    work.catch(() => undefined);
  }
}
