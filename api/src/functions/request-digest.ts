import { endpoint, type Endpoint } from '../http/endpoint.ts';
import type { Services } from './services.ts';

/** POST /api/digests */
export function requestDigestEndpoint({ authenticate, requestDigest }: Services): Endpoint {
  return endpoint('requestDigest', authenticate, async ({ caller, body, correlationId }) => {
    const accepted = await requestDigest(caller, body, correlationId);
    return { body: () => accepted };
  });
}
