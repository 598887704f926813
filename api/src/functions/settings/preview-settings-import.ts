import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** POST /api/settings/import/preview */
export function previewSettingsImportEndpoint({ authenticate, settingsHistory }: Services): Endpoint {
  return endpoint('previewSettingsImport', authenticate, async ({ caller, body }) => {
    const preview = await settingsHistory.previewImport(caller.tenantId, body);
    return { body: () => preview };
  });
}
