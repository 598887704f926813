import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/sources/sites */
export function findSitesEndpoint({ authenticate, sources }: Services): Endpoint {
  return endpoint('findSites', authenticate, async ({ caller, userToken, query }) => {
    const sites = await sources.accessAs(caller.tenantId, userToken).browser.sites(query.search);
    return { body: () => ({ sites }) };
  });
}
