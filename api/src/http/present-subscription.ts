import type { Subscription } from '#core/contracts/subscriptions.ts';
import { nextRuns } from '#core/digest/schedule.ts';
import type { StoredSubscription } from '../app/ports/subscription-store.ts';

const SHOWN_RUNS = 5;

/** A stored subscription as the contract shows it, with the next times of its schedule. */
export function presentSubscription(
  { subscription, history }: StoredSubscription,
  now: string,
): Subscription {
  const { when, paused } = subscription;
  const runs = when.kind === 'schedule' && !paused ? nextRuns(when, now, SHOWN_RUNS) : [];
  return { ...subscription, nextRuns: runs, lastRun: history.lastRun };
}
