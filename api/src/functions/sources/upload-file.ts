import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** POST /api/sources/uploads */
export function uploadFileEndpoint({ authenticate, sources }: Services): Endpoint {
  return endpoint('uploadFile', authenticate, async ({ caller, body, correlationId }) => {
    const uploaded = await sources.upload(caller, body, correlationId);
    return { body: () => uploaded };
  });
}
