import type { DeliveryHandle, DeliveryLedger, StoredDelivery } from '../ports/delivery-ledger.ts';

/**
 * Writes over `expected`, and knows its own write again where only the answer was lost: storage is asked a second time by
 * itself then, and hears that somebody wrote first. The change must name its writer, by a claim or an instant.
 *
 * @returns null where somebody else wrote first
 */
export async function updateOwn(
  ledger: DeliveryLedger,
  tenantId: string,
  expected: DeliveryHandle,
  change: Partial<StoredDelivery>,
): Promise<DeliveryHandle | null> {
  const written = await ledger.update(tenantId, expected, change);
  if (written) return written;
  const found = await ledger.find(tenantId, expected.delivery.id);
  if (!found) return null;
  const wanted = JSON.stringify({ ...expected.delivery, ...change });
  return JSON.stringify(found.delivery) === wanted ? found : null;
}
