import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** POST /api/settings/effect */
export function previewSettingsEndpoint({ authenticate, previewSettings }: Services): Endpoint {
  return endpoint('previewSettings', authenticate, async ({ caller, body }) => {
    const effect = await previewSettings(caller.tenantId, body);
    return { body: () => effect };
  });
}
