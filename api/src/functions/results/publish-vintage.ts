import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** POST /api/results/{year}/vintages */
export function publishVintageEndpoint({ authenticate, publishVintage }: Services): Endpoint {
  return endpoint('publishVintage', authenticate, async (call) => {
    const vintage = await publishVintage(call.caller, call.params.year, call.body, call);
    return { body: () => vintage };
  });
}
