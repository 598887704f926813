import { entityTag } from '../../http/conditional.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/years */
export function listYearsEndpoint({ authenticate, listYears }: Services): Endpoint {
  return endpoint('listYears', authenticate, async ({ caller }) => {
    const years = await listYears(caller.tenantId);
    return { eTag: entityTag(years), body: () => years };
  });
}
