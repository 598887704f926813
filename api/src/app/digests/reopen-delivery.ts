import type { Card, DeliveryHandle, DeliveryLedger, StoredDelivery } from '../ports/delivery-ledger.ts';
import type { WorkQueue } from '../ports/work-queue.ts';

/**
 * Queues a delivery anew that had ended, with its attempts counted on but its retries from the start.
 *
 * @returns null where somebody else did so at the same moment
 */
export async function reopenDelivery(
  { ledger, queue }: { readonly ledger: DeliveryLedger; readonly queue: WorkQueue },
  tenantId: string,
  found: DeliveryHandle,
  again: {
    readonly card: Card;
    readonly at: string;
    readonly correlationId: string;
    /** Whoever asked posts it at once: no message. */
    readonly isAttended?: boolean;
    /** What is told anew, where the card was written anew. */
    readonly told?: Pick<StoredDelivery, 'year' | 'resultHash' | 'contentHash' | 'unitName'>;
  },
): Promise<DeliveryHandle | null> {
  const change = {
    state: 'queued',
    hasCard: true,
    queuedAt: again.at,
    attemptsBefore: found.delivery.attempts,
    sentAt: null,
    endedAt: null,
    retryAt: null,
    answerStatus: null,
    messageUrl: null,
    problem: null,
    ...again.told,
  } as const;
  const reopened = await ledger.reopen(tenantId, found, change, again.card);
  if (!reopened) return null;
  const { correlationId, isAttended = false } = again;
  if (!isAttended) await queue.postDigest({ tenantId, deliveryId: found.delivery.id, correlationId });
  return reopened;
}
