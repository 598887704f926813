import type { AuditEntry, AuditLogPage, AuditQuery } from '#core/contracts/audit.ts';
import { stockholmDateOf } from '#core/fields/swedish-date.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { SettleAudit } from './settle-audit.ts';

export type ReadAuditLog = (tenantId: string, query: AuditQuery) => Promise<AuditLogPage>;

const PAGE_ENTRIES = 50;
/** A filter that fits nothing gives up here and says where to go on, rather than read years in one call. */
const MOST_READ = 1000;
const HOUR_MS = 3_600_000;

/** A page of the audit log, newest first, of the entries that fit. */
export function createReadAuditLog(audit: AuditLog, settle: SettleAudit): ReadAuditLog {
  return async (tenantId, query) => {
    await settle(tenantId);
    const entries: AuditEntry[] = [];
    let read = 0;
    for await (const { place, entry } of audit.entries(tenantId, startOf(query))) {
      if (query.since !== undefined && stockholmDateOf(entry.at) < query.since) break;
      if (fits(entry, query)) entries.push(entry);
      read += 1;
      if (entries.length >= PAGE_ENTRIES || read >= MOST_READ) return { entries, next: place };
    }
    return { entries, next: null };
  };
}

/** The last day asked for has ended everywhere in Sweden 36 hours after it began in UTC. */
function startOf({ after, until }: AuditQuery): Parameters<AuditLog['entries']>[1] {
  if (after !== undefined) return { place: after };
  if (until === undefined) return null;
  return { instant: new Date(Date.parse(until) + 36 * HOUR_MS).toISOString() };
}

function fits(entry: AuditEntry, { action, by, until }: AuditQuery): boolean {
  return (
    (action === undefined || entry.action === action) &&
    (by === undefined || entry.byName.toLocaleLowerCase('sv').includes(by.toLocaleLowerCase('sv'))) &&
    (until === undefined || stockholmDateOf(entry.at) <= until)
  );
}
