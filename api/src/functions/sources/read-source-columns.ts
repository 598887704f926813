import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** POST /api/sources/columns */
export function readSourceColumnsEndpoint({ authenticate, sources }: Services): Endpoint {
  return endpoint('readSourceColumns', authenticate, async ({ caller, userToken, body }) => {
    const columns = await sources.readColumns(caller.tenantId, userToken, body);
    return { body: () => columns };
  });
}
