import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** POST /api/sources/lists */
export function createListsEndpoint({ authenticate, sources }: Services): Endpoint {
  return endpoint('createLists', authenticate, async ({ caller, userToken, body, correlationId }) => {
    const created = await sources.createLists(caller, userToken, body, correlationId);
    return { body: () => created };
  });
}
