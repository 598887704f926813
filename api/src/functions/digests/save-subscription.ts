import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import { presentSubscription } from '../../http/present-subscription.ts';
import type { Services } from '../services.ts';

/** PUT /api/subscriptions/{id} */
export function saveSubscriptionEndpoint({ authenticate, saveSubscription, clock }: Services): Endpoint {
  return endpoint('saveSubscription', authenticate, async ({ caller, params, body, correlationId }) => {
    const saved = await saveSubscription(caller, params.id, body, correlationId);
    return { body: () => presentSubscription(saved, clock.now().toISOString()) };
  });
}
