import { randomUUID } from 'node:crypto';
import type { TableClient } from '@azure/data-tables';
import type { AuditEntry, AuditLog } from '../../app/ports/audit-log.ts';
import { newestFirst } from './newest-first.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { entitiesWithPrefix, writing } from './table-access.ts';

/** The audit log: entries are only ever created, under keys that sort the newest first. */
export class TableAuditLog implements AuditLog {
  readonly #table: TableClient;

  constructor(table: TableClient) {
    this.#table = table;
  }

  async add(tenantId: string, entry: AuditEntry): Promise<void> {
    const [packed] = await packJson(entry);
    const rowKey = `${newestFirst(entry.at)}|${randomUUID()}`;
    const entity = { partitionKey: tenantId, rowKey, action: entry.action, ...packed };
    await writing(this.#table, () => this.#table.createEntity(entity));
  }

  async latest(tenantId: string, count: number): Promise<readonly AuditEntry[]> {
    const entities = await entitiesWithPrefix<Record<string, unknown>>(this.#table, tenantId, '', count);
    return Promise.all(entities.map(async (entity) => (await unpackJson([entity])) as AuditEntry));
  }
}
