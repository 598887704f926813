import { TableDeliveryLedger } from '../../../api/src/adapters/tables/table-delivery-ledger.ts';
import type { DeliveryHandle, StoredDelivery } from '../../../api/src/app/ports/delivery-ledger.ts';

/** A ledger beside whose writes a test lets something happen. */
export class SlowLedger extends TableDeliveryLedger {
  /** Done once, after the write of a claim and before its answer. */
  afterClaim: () => void | Promise<void> = () => undefined;
  /** Done once, before the write of a claim. */
  beforeClaim: () => void | Promise<void> = () => undefined;

  override async update(
    tenantId: string,
    expected: DeliveryHandle,
    change: Partial<StoredDelivery>,
  ): Promise<DeliveryHandle | null> {
    if (change.state !== 'sending') return super.update(tenantId, expected, change);
    const { beforeClaim, afterClaim } = this;
    this.beforeClaim = () => undefined;
    this.afterClaim = () => undefined;
    await beforeClaim();
    const written = await super.update(tenantId, expected, change);
    await afterClaim();
    return written;
  }
}
