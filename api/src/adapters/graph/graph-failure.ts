import type { ProblemCode } from '#core/contracts/problem.ts';
import type { SharePointList } from '#core/settings/source-location.ts';
import { ProblemError, WaitError, type ProblemValues } from '../../app/errors.ts';

/** What a call is about, so that a failure can name it. */
export interface GraphPlace {
  /** Names for the problem's text. */
  readonly values: ProblemValues;
  /** What "not found" and "forbidden" mean here. */
  readonly missing: ProblemCode;
  readonly forbidden: ProblemCode;
}

/** What Graph answered where it did not answer as asked; null status where there was no whole answer. */
export interface FailedAnswer {
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  readonly cause?: unknown;
}

/** The longest wait inside a call; a longer one goes back to the queue. */
const LONGEST_CALL_WAIT_MS = 3000;
/** Where Graph throttles without saying for how long. */
const UNSAID_WAIT_MS = 30_000;
const PAUSES_MS = [200, 800];

/** The names that a list has in a problem's text. */
export function listValues({ listName, siteName }: SharePointList): ProblemValues {
  return { list: listName, site: siteName };
}

/** The product's error for a failed answer: it names the place, and says how long to wait where a wait would help. */
export function failureOf(answer: FailedAnswer, place: GraphPlace): ProblemError {
  const { values } = place;
  const { status, retryAfterMs, cause } = answer;
  switch (status) {
    case 401:
      return new ProblemError('graph-unauthenticated', values, { cause });
    case 403:
      return new ProblemError(place.forbidden, values, { cause });
    case 404:
      return new ProblemError(place.missing, values, { cause });
    case 429:
      return new WaitError('graph-throttled', retryAfterMs ?? UNSAID_WAIT_MS, values);
    case null:
      return new ProblemError('graph-unavailable', values, { cause });
    default: {
      const mayPass = status >= 500;
      if (mayPass && retryAfterMs !== null) return new WaitError('graph-unavailable', retryAfterMs, values);
      return new ProblemError(mayPass ? 'graph-unavailable' : 'graph-broken-answer', values, { cause });
    }
  }
}

/**
 * How long to wait before asking once more inside the call, milliseconds; null where that won't help, or the wait is too
 * long to hold a call for.
 *
 * @param attempt attempts made, from 1
 */
export function pauseMs({ status, retryAfterMs }: FailedAnswer, attempt: number): number | null {
  const pause = PAUSES_MS[attempt - 1];
  if (pause === undefined) return null;
  const mayPass = status === null || status === 429 || status >= 500;
  if (!mayPass || (status === 429 && retryAfterMs === null)) return null;
  if (retryAfterMs === null) return pause;
  return retryAfterMs <= LONGEST_CALL_WAIT_MS ? retryAfterMs : null;
}

/** Reads Retry-After, seconds or an HTTP date, as milliseconds. Null where it is missing or makes no sense. */
export function retryAfterMs(header: string | null | undefined, now: Date): number | null {
  if (header === null || header === undefined || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1000 : null;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
