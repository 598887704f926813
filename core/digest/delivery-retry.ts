/** Why a post was surely not taken, though another attempt may be. */
export const RETRY_CLASSES = ['throttled', 'unavailable', 'unreachable'] as const;
export type RetryClass = (typeof RETRY_CLASSES)[number];

export type RetryDecision =
  { readonly kind: 'again'; readonly waitMs: number } | { readonly kind: 'give-up' };

interface RetryPolicy {
  /** Attempts in all, the first one counted. */
  readonly mostAttempts: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** A target that asks for a longer wait has in effect said no: the admin must see that today. */
const LONGEST_ASKED_MS = 24 * HOUR_MS;

/**
 * Throttling passes within minutes; a service that is down may take an hour; an address that can't be reached is often
 * a network hiccup, so its first retries come fast.
 */
const POLICIES: Readonly<Record<RetryClass, RetryPolicy>> = {
  throttled: { mostAttempts: 8, firstWaitMs: 30 * SECOND_MS, longestWaitMs: 30 * MINUTE_MS },
  unavailable: { mostAttempts: 8, firstWaitMs: MINUTE_MS, longestWaitMs: HOUR_MS },
  unreachable: { mostAttempts: 6, firstWaitMs: 10 * SECOND_MS, longestWaitMs: 15 * MINUTE_MS },
};

/**
 * Whether and when a post that was surely not taken is tried again. The wait doubles from attempt to attempt, is never
 * shorter than the target asked for, and is spread by up to a quarter so that many don't come back at once.
 *
 * @param attempts attempts made, at least 1
 * @param askedMs what the target asked for (Retry-After), or null
 * @param random 0 ≤ random < 1
 */
export function decideRetry(failure: {
  readonly retryClass: RetryClass;
  readonly attempts: number;
  readonly askedMs: number | null;
  readonly random: number;
}): RetryDecision {
  const { retryClass, attempts, askedMs, random } = failure;
  const { mostAttempts, firstWaitMs, longestWaitMs } = POLICIES[retryClass];
  if (attempts >= mostAttempts || (askedMs ?? 0) > LONGEST_ASKED_MS) return { kind: 'give-up' };
  const ownMs = Math.min(firstWaitMs * 2 ** (attempts - 1), longestWaitMs);
  const baseMs = askedMs === null ? ownMs : Math.max(askedMs, SECOND_MS);
  return { kind: 'again', waitMs: Math.ceil(baseMs * (1 + random / 4)) };
}
