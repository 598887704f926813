import type { PostDigestMessage, RecomputeMessage, RunSubscriptionMessage } from '#core/contracts/work.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryLedger } from '../ports/delivery-ledger.ts';
import type { JobStore } from '../ports/job-store.ts';
import { failed, uncertain } from '../digests/delivery-endings.ts';
import type { Log } from '../ports/log.ts';
import type { SubscriptionStore } from '../ports/subscription-store.ts';
import { hasEnded } from './refresh-job.ts';
import type { TellOfFailure } from '../digests/tell-of-failure.ts';

const INTERNAL = { code: 'internal', values: {} } as const;

export type GiveUpRefresh = (message: RecomputeMessage) => Promise<void>;

/** A message that failed too often ends as a failed job that an admin sees, not as silence. */
export function createGiveUpRefresh(parts: {
  readonly jobs: JobStore;
  readonly clock: Clock;
}): GiveUpRefresh {
  return async ({ tenantId, year }) => {
    const found = await parts.jobs.find(tenantId, year);
    if (!found || hasEnded(found.job)) return;
    const now = parts.clock.now().toISOString();
    const failed = { state: 'failed', endedAt: now, updatedAt: now, problem: INTERNAL } as const;
    await parts.jobs.write(tenantId, { ...found.job, ...failed }, found);
  };
}

export type GiveUpDigest = (message: PostDigestMessage, log: Log) => Promise<void>;

/** The same for a digest: failed where it was never sent, uncertain where it may have been. */
export function createGiveUpDigest(parts: {
  readonly ledger: DeliveryLedger;
  readonly clock: Clock;
  readonly tellOfFailure: TellOfFailure;
}): GiveUpDigest {
  const { ledger } = parts;
  return async ({ tenantId, deliveryId, correlationId }, log) => {
    const found = await ledger.find(tenantId, deliveryId);
    if (!found) return;
    const now = parts.clock.now();
    const { state } = found.delivery;
    if (state === 'sending' || state === 'queued') {
      const ending = state === 'sending' ? uncertain(found.delivery, null, now) : failed(INTERNAL, null, now);
      const written = await ledger.update(tenantId, found, ending);
      if (!written) return;
      await parts.tellOfFailure(tenantId, written.delivery, correlationId, log);
      await ledger.close(tenantId, deliveryId);
    }
  };
}

export type GiveUpSubscription = (message: RunSubscriptionMessage) => Promise<void>;

/** The same for a run: its subscription shows that it failed. It stays due, so it is asked for again. */
export function createGiveUpSubscription(parts: {
  readonly subscriptions: SubscriptionStore;
  readonly clock: Clock;
}): GiveUpSubscription {
  return async ({ tenantId, subscriptionId }) => {
    const lastRun = { at: parts.clock.now().toISOString(), outcome: 'failed' } as const;
    await parts.subscriptions.note(tenantId, subscriptionId, { lastRun });
  };
}
