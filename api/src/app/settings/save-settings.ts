import type { StoredSettings } from '#core/contracts/admin.ts';
import type { AuditAction, AuditEntry } from '#core/contracts/audit.ts';
import { settingsChanges } from '#core/settings/settings-changes.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { ProblemError } from '../errors.ts';
import type { Caller } from '../ports/caller.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { WorkQueue } from '../ports/work-queue.ts';
import type { SettleAudit } from './settle-audit.ts';

export type SaveSettings = (
  caller: Caller,
  settings: Settings,
  /** The version that the caller has changed; 0 where there was none. */
  expectedVersion: number,
  trace: { readonly correlationId: string; readonly log: Log },
  /** How they came about, for the audit log. */
  action?: Extract<AuditAction, `settings-${string}`>,
) => Promise<StoredSettings>;

/**
 * Saves settings as a new version and notes in the audit log what was changed.
 *
 * @throws ProblemError settings-conflict where somebody else saved since, with who and which version
 */
export function createSaveSettings(parts: {
  readonly settings: SettingsStore;
  readonly settleAudit: SettleAudit;
  readonly queue: WorkQueue;
  readonly clock: Clock;
}): SaveSettings {
  return async (caller, settings, expectedVersion, { correlationId, log }, action = 'settings-saved') => {
    const { tenantId } = caller;
    const before = await parts.settings.latest(tenantId);
    if ((before?.version ?? 0) !== expectedVersion) throw conflict(before);
    const at = parts.clock.now().toISOString();
    const entry: AuditEntry = {
      at,
      byId: caller.userId,
      byName: caller.name,
      action,
      subject: String(expectedVersion + 1),
      correlationId,
      changes: settingsChanges(before?.settings, settings),
    };
    const saved = { at, by: caller.name };
    const outcome = await parts.settings.save(tenantId, settings, expectedVersion, saved, entry);
    if (outcome.kind === 'conflict') throw conflict(await parts.settings.latest(tenantId));
    log.info('settings-saved', { version: outcome.stored.version });
    try {
      await parts.settleAudit(tenantId);
    } catch {
      // The settings are saved, and the entry with them.
      log.warn('audit-entry-waits');
    }
    try {
      await parts.queue.watchLists({ kind: 'keep', tenantId, correlationId });
    } catch {
      // The settings are saved; the timer sees to the lists within the hour.
      log.warn('list-watches-not-asked-for');
    }
    return outcome.stored;
  };
}

function conflict(latest: StoredSettings | null): ProblemError {
  return new ProblemError('settings-conflict', {
    version: String(latest?.version ?? 0),
    by: latest?.savedBy ?? '–',
  });
}
