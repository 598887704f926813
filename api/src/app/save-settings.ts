import type { StoredSettings } from '#core/contracts/admin.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { changesBetween } from './changes-between.ts';
import { ProblemError } from './errors.ts';
import type { AuditLog } from './ports/audit-log.ts';
import type { Caller } from './ports/caller.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { SettingsStore } from './ports/settings-store.ts';

export type SaveSettings = (
  caller: Caller,
  settings: Settings,
  /** The version that the caller has changed; 0 where there was none. */
  expectedVersion: number,
  trace: { readonly correlationId: string; readonly log: Log },
) => Promise<StoredSettings>;

/**
 * Saves settings as a new version and notes in the audit log what was changed.
 *
 * @throws ProblemError settings-conflict where somebody else saved since
 */
export function createSaveSettings(parts: {
  readonly settings: SettingsStore;
  readonly audit: AuditLog;
  readonly clock: Clock;
}): SaveSettings {
  return async (caller, settings, expectedVersion, { correlationId, log }) => {
    const { tenantId } = caller;
    const before = await parts.settings.latest(tenantId);
    if ((before?.version ?? 0) !== expectedVersion) throw conflict(before?.version ?? 0);
    const at = parts.clock.now().toISOString();
    const outcome = await parts.settings.save(tenantId, settings, expectedVersion, { at, by: caller.name });
    if (outcome.kind === 'conflict') throw conflict(outcome.version);
    await parts.audit.add(tenantId, {
      at,
      byId: caller.userId,
      byName: caller.name,
      action: 'settings-saved',
      subject: String(outcome.stored.version),
      correlationId,
      changes: changesBetween(before?.settings, settings),
    });
    log.info('settings-saved', { version: outcome.stored.version });
    return outcome.stored;
  };
}

function conflict(version: number): ProblemError {
  return new ProblemError('settings-conflict', { version: String(version) });
}
