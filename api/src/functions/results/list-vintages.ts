import { entityTag } from '../../http/conditional.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/results/{year}/vintages */
export function listVintagesEndpoint({ authenticate, listVintages }: Services): Endpoint {
  return endpoint('listVintages', authenticate, async ({ caller, params }) => {
    const list = await listVintages(caller.tenantId, params.year);
    return { eTag: entityTag(list), body: () => list };
  });
}
