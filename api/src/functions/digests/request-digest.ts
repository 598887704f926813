import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** POST /api/digests */
export function requestDigestEndpoint({ authenticate, requestDigest }: Services): Endpoint {
  return endpoint('requestDigest', authenticate, async (call) => {
    const accepted = await requestDigest(call.caller, call.body, call);
    return { body: () => accepted };
  });
}
