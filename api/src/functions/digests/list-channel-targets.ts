import { withoutSecret } from '../../app/digests/save-channel-target.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/channel-targets */
export function listChannelTargetsEndpoint({ authenticate, targets }: Services): Endpoint {
  return endpoint('listChannelTargets', authenticate, async ({ caller }) => {
    const stored = await targets.list(caller.tenantId);
    return { body: () => ({ targets: stored.map(withoutSecret) }) };
  });
}
