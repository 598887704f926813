import { ProblemError } from '../../app/errors.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import { presentDelivery } from '../../http/present.ts';
import type { Services } from '../services.ts';

/** GET /api/deliveries/{id} */
export function readDeliveryEndpoint({ authenticate, ledger }: Services): Endpoint {
  return endpoint('readDelivery', authenticate, async ({ caller, params, language }) => {
    const found = await ledger.find(caller.tenantId, params.id);
    if (!found) throw new ProblemError('not-found');
    return { body: () => presentDelivery(found.delivery, language) };
  });
}
