import { endpoint, type Endpoint } from '../http/endpoint.ts';
import { presentDelivery } from '../http/present.ts';
import type { Services } from './services.ts';

/** POST /api/deliveries/{id}/send-again */
export function sendDeliveryAgainEndpoint({ authenticate, sendAgain }: Services): Endpoint {
  return endpoint('sendDeliveryAgain', authenticate, async ({ caller, params, language, correlationId }) => {
    const delivery = await sendAgain(caller, params.id, correlationId);
    return { body: () => presentDelivery(delivery, language) };
  });
}
