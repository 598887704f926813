import { TableDeliveryLedger } from '../../../api/src/adapters/tables/table-delivery-ledger.ts';
import type { DeliveryHandle, StoredDelivery } from '../../../api/src/app/ports/delivery-ledger.ts';

/** A ledger that writes, and then hears that somebody wrote first: what a repeated request hears of its own first try. */
export class DeafLedger extends TableDeliveryLedger {
  deafTo: StoredDelivery['state'] | null = null;

  override async update(
    tenantId: string,
    expected: DeliveryHandle,
    change: Partial<StoredDelivery>,
  ): Promise<DeliveryHandle | null> {
    const written = await super.update(tenantId, expected, change);
    if (change.state === undefined || change.state !== this.deafTo) return written;
    this.deafTo = null;
    return null;
  }
}
