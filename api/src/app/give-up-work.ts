import type { PostDigestMessage, RecomputeMessage } from '#core/contracts/work.ts';
import type { Clock } from './ports/clock.ts';
import type { DeliveryLedger } from './ports/delivery-ledger.ts';
import type { JobStore } from './ports/job-store.ts';
import { uncertain } from './post-digest.ts';

const INTERNAL = { code: 'internal', values: {} } as const;

export type GiveUpRefresh = (message: RecomputeMessage) => Promise<void>;

/** A message that failed too often ends as a failed job that an admin sees, not as silence. */
export function createGiveUpRefresh(parts: {
  readonly jobs: JobStore;
  readonly clock: Clock;
}): GiveUpRefresh {
  return async ({ tenantId, year }) => {
    const found = await parts.jobs.find(tenantId, year);
    if (!found || found.job.state === 'succeeded' || found.job.state === 'failed') return;
    const now = parts.clock.now().toISOString();
    const failed = { state: 'failed', endedAt: now, updatedAt: now, problem: INTERNAL } as const;
    await parts.jobs.write(tenantId, { ...found.job, ...failed }, found);
  };
}

export type GiveUpDigest = (message: PostDigestMessage) => Promise<void>;

/** The same for a digest: failed where it was never sent, uncertain where it may have been. */
export function createGiveUpDigest(parts: {
  readonly ledger: DeliveryLedger;
  readonly clock: Clock;
}): GiveUpDigest {
  return async ({ tenantId, deliveryId }) => {
    const found = await parts.ledger.find(tenantId, deliveryId);
    const now = parts.clock.now();
    if (found?.delivery.state === 'sending') {
      await parts.ledger.update(tenantId, found, uncertain(found.delivery, null, now));
    } else if (found?.delivery.state === 'queued') {
      const failed = {
        state: 'failed',
        endedAt: now.toISOString(),
        retryAt: null,
        problem: INTERNAL,
      } as const;
      await parts.ledger.update(tenantId, found, failed);
    }
  };
}
