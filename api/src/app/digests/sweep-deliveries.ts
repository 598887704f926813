import type { Clock } from '../ports/clock.ts';
import type { DeliveryHandle, DeliveryLedger, StoredDelivery } from '../ports/delivery-ledger.ts';
import type { Log } from '../ports/log.ts';
import type { WorkQueue } from '../ports/work-queue.ts';
import type { TellOfFailure } from './tell-of-failure.ts';

export type SweepDeliveries = (tenantId: string, correlationId: string, log: Log) => Promise<void>;

/** How long a message may lie in the queue before another is sent for its entry. A second one does no harm. */
const QUEUE_PATIENCE_MS = 10 * 60_000;

/**
 * Finds entries whose message was lost, because a process ended after writing the entry and before sending the message,
 * and gives them another; takes entries that have ended off the list, and tells of those that did not end well, since
 * whoever ended them did not come to it.
 */
export function createSweepDeliveries(parts: {
  readonly ledger: DeliveryLedger;
  readonly queue: WorkQueue;
  readonly clock: Clock;
  readonly tellOfFailure: TellOfFailure;
}): SweepDeliveries {
  const { ledger, queue, clock, tellOfFailure } = parts;
  return async (tenantId, correlationId, log) => {
    const now = clock.now();
    for (const found of await ledger.open(tenantId)) {
      const { id, state } = found.delivery;
      if (state !== 'queued' && state !== 'sending') {
        if (found.delivery.problem !== null)
          await tellOfFailure(tenantId, found.delivery, correlationId, log);
        await ledger.close(tenantId, id);
      } else if (now.getTime() - expectedAtMs(found.delivery) > QUEUE_PATIENCE_MS) {
        await give(found, now);
        log.warn('digest-message-lost', { deliveryId: id, state });
      }
    }

    async function give(found: DeliveryHandle, at: Date): Promise<void> {
      const deliveryId = found.delivery.id;
      await queue.postDigest({ tenantId, deliveryId, correlationId });
      // Written after: if this process ends in between, the next sweep sends one message too many, never one too few.
      if (found.delivery.state === 'queued')
        await ledger.update(tenantId, found, { queuedAt: at.toISOString() });
    }
  };
}

/** When somebody should have been at it. */
function expectedAtMs({ queuedAt, retryAt, sentAt }: StoredDelivery): number {
  const times = [queuedAt, retryAt, sentAt].flatMap((time) => (time === null ? [] : [Date.parse(time)]));
  return Math.max(...times);
}
