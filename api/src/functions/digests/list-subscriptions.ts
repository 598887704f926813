import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import { presentSubscription } from '../../http/present-subscription.ts';
import type { Services } from '../services.ts';

/** GET /api/subscriptions */
export function listSubscriptionsEndpoint({ authenticate, subscriptions, clock }: Services): Endpoint {
  return endpoint('listSubscriptions', authenticate, async ({ caller }) => {
    const stored = await subscriptions.list(caller.tenantId);
    const now = clock.now().toISOString();
    return { body: () => ({ subscriptions: stored.map((one) => presentSubscription(one, now)) }) };
  });
}
