import { ProblemError } from '../app/errors.ts';
import type { Clock } from '../app/ports/clock.ts';

/** Lets a key pass, or not. @throws ProblemError too-many-requests, with the seconds to wait */
export type RateLimit = (key: string) => void;

interface Bucket {
  left: number;
  atMs: number;
}

/** Beyond so many callers the one that has been silent longest is forgotten: it has its requests back by then. */
const MOST_KEYS = 20_000;

/**
 * A token bucket for each key: `perMinute` requests at once, then as many as flow back. Each instance of the app counts
 * for itself; the sum is bounded by the number of instances, which the infrastructure caps.
 */
export function createRateLimit(perMinute: number, clock: Clock): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  return (key) => {
    const nowMs = clock.now().getTime();
    const known = buckets.get(key);
    const left = known ? Math.min(perMinute, known.left + (nowMs - known.atMs) * perMs) : perMinute;
    // Taken out and put in again, so that the order of the map is that of the latest use.
    buckets.delete(key);
    if (left < 1) {
      buckets.set(key, { left, atMs: nowMs });
      const seconds = String(Math.ceil((1 - left) / perMs / 1000));
      throw new ProblemError('too-many-requests', { seconds });
    }
    buckets.set(key, { left: left - 1, atMs: nowMs });
    if (buckets.size > MOST_KEYS) for (const oldest of buckets.keys()) return void buckets.delete(oldest);
  };
}
