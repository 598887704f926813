import { ProblemError } from './errors.ts';
import type { AuditLog } from './ports/audit-log.ts';
import type { Caller } from './ports/caller.ts';
import type { Clock } from './ports/clock.ts';
import type { DeliveryLedger, StoredDelivery } from './ports/delivery-ledger.ts';
import type { WorkQueue } from './ports/work-queue.ts';
import { reopenDelivery } from './reopen-delivery.ts';

export type SendAgain = (
  caller: Caller,
  deliveryId: string,
  correlationId: string,
) => Promise<StoredDelivery>;

/**
 * Queues a delivery again that failed or may not have arrived. Only a person decides that, since only a person can look
 * into the channel; who did stands in the audit log.
 *
 * @throws ProblemError not-found, delivery-not-resendable
 */
export function createSendAgain(parts: {
  readonly ledger: DeliveryLedger;
  readonly queue: WorkQueue;
  readonly audit: AuditLog;
  readonly clock: Clock;
}): SendAgain {
  const { ledger, queue, audit, clock } = parts;
  return async (caller, deliveryId, correlationId) => {
    const { tenantId } = caller;
    const found = await ledger.find(tenantId, deliveryId);
    if (!found) throw new ProblemError('not-found');
    const { state } = found.delivery;
    if ((state !== 'failed' && state !== 'uncertain') || found.card === null) {
      throw new ProblemError('delivery-not-resendable');
    }
    const at = clock.now().toISOString();
    const reopened = await reopenDelivery({ ledger, queue }, tenantId, found, {
      card: found.card,
      at,
      correlationId,
    });
    // Somebody else pressed the button at the same moment.
    if (!reopened) throw new ProblemError('delivery-not-resendable');
    await audit.add(tenantId, {
      at,
      byId: caller.userId,
      byName: caller.name,
      action: 'digest-sent-again',
      subject: deliveryId,
      correlationId,
      changes: [{ path: 'state', before: state, after: 'queued' }],
    });
    return reopened.delivery;
  };
}
