import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** PUT /api/channel-targets/{id} */
export function saveChannelTargetEndpoint({ authenticate, saveChannelTarget }: Services): Endpoint {
  return endpoint('saveChannelTarget', authenticate, async (call) => {
    const saved = await saveChannelTarget(call.caller, call.params.id, call.body, call);
    return { body: () => saved };
  });
}
