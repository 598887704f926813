import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/sources/watches */
export function listWatchesEndpoint({ authenticate, watches }: Services): Endpoint {
  return endpoint('listWatches', authenticate, async ({ caller }) => {
    const handles = await watches.store.list(caller.tenantId);
    const shown = handles.map(({ watch: { siteId, listId, state, checkedAt, expiresAt, notifiedAt } }) => {
      return { siteId, listId, state, checkedAt, expiresAt, notifiedAt };
    });
    return { body: () => ({ watches: shown }) };
  });
}
