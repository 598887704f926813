import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** DELETE /api/channel-targets/{id} */
export function deleteChannelTargetEndpoint({ authenticate, removeChannelTarget }: Services): Endpoint {
  return endpoint('deleteChannelTarget', authenticate, async ({ caller, params, correlationId }) => {
    await removeChannelTarget(caller, params.id, correlationId);
    return { body: () => null };
  });
}
