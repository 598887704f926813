import type { DeliveryLedger } from '../ports/delivery-ledger.ts';
import type { Log } from '../ports/log.ts';
import type { WorkQueue } from '../ports/work-queue.ts';
import type { RenewDelivery } from './renew-delivery.ts';

export type WithdrawDigests = (
  tenantId: string,
  year: number,
  trace: { readonly correlationId: string; readonly log: Log },
) => Promise<void>;

/**
 * Sees to the digests of a year that wait to be posted when the year has just been published: they are written anew or
 * withdrawn at once, so that their receipts say so. Whoever posts one looks at the same again, so what is missed here, or
 * added a moment later, goes out with the right figures all the same. One that is being posted now is left alone.
 */
export function createWithdrawDigests(parts: {
  readonly ledger: DeliveryLedger;
  readonly queue: WorkQueue;
  readonly renew: RenewDelivery;
}): WithdrawDigests {
  const { ledger, queue, renew } = parts;
  return async (tenantId, year, { correlationId, log }) => {
    for (const found of await ledger.open(tenantId)) {
      const { id: deliveryId, state, year: told } = found.delivery;
      if (state !== 'queued' || told !== year) continue;
      const { kind } = await renew(tenantId, found, log);
      // A worker that was about to claim it has just lost it to the new card, and its message with it.
      if (kind === 'renewed') await queue.postDigest({ tenantId, deliveryId, correlationId });
    }
  };
}
