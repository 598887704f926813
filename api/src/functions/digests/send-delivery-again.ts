import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import { presentDelivery } from '../../http/present.ts';
import type { Services } from '../services.ts';

/** POST /api/deliveries/{id}/send-again */
export function sendDeliveryAgainEndpoint({ authenticate, sendAgain }: Services): Endpoint {
  return endpoint('sendDeliveryAgain', authenticate, async (call) => {
    const delivery = await sendAgain(call.caller, call.params.id, call);
    return { body: () => presentDelivery(delivery, call.language) };
  });
}
