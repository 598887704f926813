import { expectedVersion, versionTag } from '../../http/conditional.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** POST /api/settings/versions/{version}/restore */
export function restoreSettingsEndpoint({ authenticate, settings, settingsHistory }: Services): Endpoint {
  return endpoint('restoreSettings', authenticate, async (call) => {
    const latest = (await settings.summary(call.caller.tenantId))?.version ?? 0;
    const expected = expectedVersion(call.ifMatch, call.ifNoneMatch, latest);
    const stored = await settingsHistory.restore(call.caller, call.params.version, expected, call);
    return { eTag: versionTag(stored.version), body: () => stored };
  });
}
