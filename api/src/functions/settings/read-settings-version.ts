import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/settings/versions/{version} */
export function readSettingsVersionEndpoint({ authenticate, settingsHistory }: Services): Endpoint {
  return endpoint('readSettingsVersion', authenticate, async ({ caller, params }) => {
    const version = await settingsHistory.version(caller.tenantId, params.version);
    return { body: () => version };
  });
}
