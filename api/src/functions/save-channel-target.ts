import { endpoint, type Endpoint } from '../http/endpoint.ts';
import type { Services } from './services.ts';

/** PUT /api/channel-targets/{id} */
export function saveChannelTargetEndpoint({ authenticate, saveChannelTarget }: Services): Endpoint {
  return endpoint('saveChannelTarget', authenticate, async ({ caller, params, body, correlationId }) => {
    const saved = await saveChannelTarget(caller, params.id, body, correlationId);
    return { body: () => saved };
  });
}
