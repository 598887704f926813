/** A post that was surely not taken is tried this many times in all. */
export const MOST_ATTEMPTS = 8;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 30 * 60_000;

/**
 * How long to wait before the next attempt, milliseconds: what the target asked for, else twice as long each time from
 * half a minute to half an hour, spread by up to a quarter so that many don't come back at once. Null: give up.
 *
 * @param attempts attempts made, at least 1
 * @param askedMs what the target asked for, or null
 * @param random 0 ≤ random < 1
 */
export function retryWaitMs(attempts: number, askedMs: number | null, random: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  if (askedMs !== null) return Math.max(1000, Math.ceil(askedMs));
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
  return Math.round(wait * (1 + random / 4));
}
