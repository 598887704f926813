import type { RequestRefresh } from './request-refresh.ts';
import { ProblemError } from './errors.ts';
import type { Log } from './ports/log.ts';
import type { SettingsStore } from './ports/settings-store.ts';

export type RefreshAll = (correlationId: string, log: Log) => Promise<void>;

/**
 * Asks for a refresh of every year of every tenant: one message each, so that the platform spreads the work. One
 * tenant's trouble does not keep the others from theirs.
 */
export function createRefreshAll(parts: {
  readonly tenantIds: readonly string[];
  readonly settings: SettingsStore;
  readonly request: RequestRefresh;
}): RefreshAll {
  return async (correlationId, log) => {
    let failures = 0;
    for (const tenantId of parts.tenantIds) {
      try {
        const summary = await parts.settings.summary(tenantId);
        for (const year of summary?.years ?? [])
          await parts.request({ tenantId, year, correlationId, onlyIfChanged: true });
      } catch (error) {
        failures += 1;
        const code = error instanceof ProblemError ? error.code : 'internal';
        log.error('refresh-not-requested', { tenantId, code });
      }
    }
    // Fails the run, so that the platform and its alerts see it.
    if (failures > 0) throw new ProblemError('internal');
  };
}
