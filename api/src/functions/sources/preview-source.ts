import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** POST /api/sources/preview */
export function previewSourceEndpoint({ authenticate, sources }: Services): Endpoint {
  return endpoint('previewSource', authenticate, async ({ caller, userToken, body }) => {
    const preview = await sources.preview(caller.tenantId, userToken, body);
    return { body: () => preview };
  });
}
