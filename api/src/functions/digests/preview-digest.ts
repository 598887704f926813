import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** POST /api/digests/preview */
export function previewDigestEndpoint({ authenticate, previewDigest }: Services): Endpoint {
  return endpoint('previewDigest', authenticate, async ({ caller, body }) => {
    const card = await previewDigest(caller.tenantId, body.year, body.language, body.subject);
    return { body: () => ({ card: { ...card } }) };
  });
}
