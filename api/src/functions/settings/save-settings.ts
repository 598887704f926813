import { expectedVersion, versionTag } from '../../http/conditional.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

/** PUT /api/settings */
export function saveSettingsEndpoint({ authenticate, settings, saveSettings }: Services): Endpoint {
  return endpoint('saveSettings', authenticate, async (call) => {
    const latest = (await settings.summary(call.caller.tenantId))?.version ?? 0;
    const version = expectedVersion(call.ifMatch, call.ifNoneMatch, latest);
    const stored = await saveSettings(call.caller, call.body, version, call);
    return { eTag: versionTag(stored.version), body: () => stored };
  });
}
