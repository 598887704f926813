import { settingsSchema } from '#core/settings/settings-schema.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryLedger } from '../ports/delivery-ledger.ts';
import type { Log } from '../ports/log.ts';
import type { SettingsStore } from '../ports/settings-store.ts';

export type ForgetOld = (tenantId: string, log: Log) => Promise<void>;

const DAY_MS = 86_400_000;

/**
 * Removes what is older than the tenant keeps it: receipts with the cards beside them, and entries of the audit log. A
 * delivery that has not ended stays.
 */
export function createForgetOld(parts: {
  readonly settings: SettingsStore;
  readonly ledger: DeliveryLedger;
  readonly audit: AuditLog;
  readonly clock: Clock;
}): ForgetOld {
  const { settings, ledger, audit, clock } = parts;
  return async (tenantId, log) => {
    const stored = await settings.latest(tenantId);
    if (!stored) return;
    // Parsed, since settings of an earlier version say nothing of either.
    const { receipts, auditLog } = settingsSchema.parse(stored.settings);
    const before = (keepDays: number) => new Date(clock.now().getTime() - keepDays * DAY_MS);
    const removed = {
      receipts: await ledger.removeBefore(tenantId, before(receipts.keepDays)),
      auditEntries: await audit.removeBefore(tenantId, before(auditLog.keepDays)),
    };
    if (removed.receipts > 0 || removed.auditEntries > 0) log.info('old-forgotten', removed);
  };
}
