import type { AuditLog } from '../ports/audit-log.ts';
import type { AuditOutbox } from '../ports/settings-store.ts';

export type SettleAudit = (tenantId: string) => Promise<void>;

/**
 * Brings what waits to the audit log. An entry is written together with what it tells of, so a worker that ends between the
 * two loses nothing; whoever comes next, to save or to read the log, brings it there, once.
 */
export function createSettleAudit(parts: {
  readonly outbox: AuditOutbox;
  readonly audit: AuditLog;
}): SettleAudit {
  return async (tenantId) => {
    for (const { key, entry } of await parts.outbox.due(tenantId)) {
      await parts.audit.add(tenantId, entry, key);
      await parts.outbox.settled(tenantId, key);
    }
  };
}
