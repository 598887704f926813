import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/settings/versions */
export function listSettingsVersionsEndpoint({ authenticate, settingsHistory }: Services): Endpoint {
  return endpoint('listSettingsVersions', authenticate, async ({ caller }) => {
    const list = await settingsHistory.versions(caller.tenantId);
    return { body: () => list };
  });
}
