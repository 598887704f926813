import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import { presentDelivery } from '../../http/present.ts';
import type { Services } from '../services.ts';

const MOST_DELIVERIES = 100;

/** GET /api/deliveries */
export function listDeliveriesEndpoint({ authenticate, ledger }: Services): Endpoint {
  return endpoint('listDeliveries', authenticate, async ({ caller, language }) => {
    const latest = await ledger.latest(caller.tenantId, MOST_DELIVERIES);
    return { body: () => ({ deliveries: latest.map((delivery) => presentDelivery(delivery, language)) }) };
  });
}
