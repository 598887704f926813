import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** DELETE /api/subscriptions/{id} */
export function deleteSubscriptionEndpoint({ authenticate, removeSubscription }: Services): Endpoint {
  return endpoint('deleteSubscription', authenticate, async ({ caller, params, correlationId }) => {
    await removeSubscription(caller, params.id, correlationId);
    return { body: () => null };
  });
}
