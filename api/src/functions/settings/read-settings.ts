import { ProblemError } from '../../app/errors.ts';
import { versionTag } from '../../http/conditional.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/settings */
export function readSettingsEndpoint({ authenticate, settings }: Services): Endpoint {
  return endpoint('readSettings', authenticate, async ({ caller }) => {
    const stored = await settings.latest(caller.tenantId);
    if (!stored) throw new ProblemError('not-configured');
    return { eTag: versionTag(stored.version), body: () => stored };
  });
}
