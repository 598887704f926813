import { postAnswer } from '#core/digest/post-answer.ts';
import type { RefusedReason, SendOutcome } from '../../app/ports/channel-sender.ts';
import type { Clock } from '../../app/ports/clock.ts';
import { retryAfterMs } from './retry-after.ts';

export interface GraphPostOptions {
  /** For instance https://graph.microsoft.com/v1.0 */
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly timeoutMs: number;
}

/** What Graph answered to a post that it took, or how the post ended otherwise. */
export type GraphPosted = { readonly kind: 'taken'; readonly status: number; readonly body: unknown } | Ended;
type Ended = Extract<SendOutcome, { readonly kind: 'try-again' | 'refused' | 'uncertain' }>;
type Reasons = Readonly<Record<401 | 403 | 404, RefusedReason>>;

/**
 * Errors of a connection that never stood: nothing can have been sent. An unreachable host or network is not among them,
 * since a connection that stands can hear of it after the message left.
 */
const NEVER_CONNECTED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * One POST to Graph that must not be made twice: no retries, and an outcome that says whether it may have been taken. The
 * Graph client tells neither.
 *
 * @param path below the version, begins with a slash
 * @param reasons what refusals mean for this path
 */
export async function postOnce(
  { baseUrl, clock, timeoutMs }: GraphPostOptions,
  token: string,
  path: string,
  body: unknown,
  reasons: Reasons,
): Promise<GraphPosted> {
  let response: Response;
  try {
    response = await fetch(`${baseUrl.replace(/\/$/, '')}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    return NEVER_CONNECTED.has(codeOf(error))
      ? { kind: 'try-again', status: null, retryClass: 'unreachable', waitMs: null }
      : { kind: 'uncertain', status: null };
  }
  const { status, headers } = response;
  // The status is the answer; a body that breaks off does not take it back.
  const text = await response.text().catch(() => '');
  const waitMs = retryAfterMs(headers.get('retry-after'), clock.now());
  const answer = postAnswer(status, waitMs);
  switch (answer) {
    case 'taken':
      return { kind: 'taken', status, body: parsed(text) };
    case 'throttled':
    case 'unavailable':
      return { kind: 'try-again', status, retryClass: answer, waitMs };
    case 'unclear':
      return { kind: 'uncertain', status };
    case 'refused':
      return { kind: 'refused', status, reason: reasonOf(status, reasons) };
  }
}

function reasonOf(status: number, reasons: Reasons): RefusedReason {
  if (status === 401 || status === 403 || status === 404) return reasons[status];
  return status === 413 ? 'too-large' : 'refused';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function codeOf(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : null;
  return (cause as { readonly code?: unknown } | null)?.code;
}
