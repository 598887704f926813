import { ProblemError } from '../../app/errors.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/deliveries/{id}/card */
export function readDeliveryCardEndpoint({ authenticate, ledger }: Services): Endpoint {
  return endpoint('readDeliveryCard', authenticate, async ({ caller, params }) => {
    const card = (await ledger.find(caller.tenantId, params.id))?.card;
    if (!card) throw new ProblemError('not-found');
    return { body: () => ({ card }) };
  });
}
