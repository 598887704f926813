import { expectedVersion, versionTag } from '../../http/conditional.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** POST /api/settings/import */
export function importSettingsEndpoint({ authenticate, settings, settingsHistory }: Services): Endpoint {
  return endpoint('importSettings', authenticate, async (call) => {
    const { caller, body } = call;
    const latest = (await settings.summary(caller.tenantId))?.version ?? 0;
    const expected = expectedVersion(call.ifMatch, call.ifNoneMatch, latest);
    const stored = await settingsHistory.importFile(caller, body, expected, call);
    return { eTag: versionTag(stored.version), body: () => stored };
  });
}
