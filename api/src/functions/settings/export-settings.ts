import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** GET /api/settings/export */
export function exportSettingsEndpoint({ authenticate, settingsHistory }: Services): Endpoint {
  return endpoint('exportSettings', authenticate, async ({ caller }) => {
    const file = await settingsHistory.exportFile(caller);
    return { body: () => file };
  });
}
