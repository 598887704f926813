import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/sources/lists */
export function findListsEndpoint({ authenticate, sources }: Services): Endpoint {
  return endpoint('findLists', authenticate, async ({ caller, userToken, query }) => {
    const lists = await sources.accessAs(caller.tenantId, userToken).browser.lists(query.site);
    return { body: () => ({ lists }) };
  });
}
