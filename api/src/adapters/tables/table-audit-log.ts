import { randomUUID } from 'node:crypto';
import type { TableClient } from '@azure/data-tables';
import type { AuditEntry } from '#core/contracts/audit.ts';
import type { AuditLog, PlacedEntry } from '../../app/ports/audit-log.ts';
import { newestFirst } from './newest-first.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { entitiesAfter, writingOver } from './table-access.ts';

/** The audit log: entries are created, never changed, under keys that sort the newest first. */
export class TableAuditLog implements AuditLog {
  readonly #table: TableClient;

  constructor(table: TableClient) {
    this.#table = table;
  }

  async add(tenantId: string, entry: AuditEntry, key: string = randomUUID()): Promise<void> {
    const [packed] = await packJson(entry);
    const rowKey = `${newestFirst(entry.at)}|${key}`;
    const entity = { partitionKey: tenantId, rowKey, action: entry.action, ...packed };
    // Nobody else writes under this key but whoever adds the same once more.
    await writingOver(this.#table, () => this.#table.createEntity(entity));
  }

  async *entries(
    tenantId: string,
    from: { readonly place: string } | { readonly instant: string } | null,
  ): AsyncIterable<PlacedEntry> {
    const start = from === null ? '' : 'place' in from ? from.place : newestFirst(from.instant);
    const found = entitiesAfter<Record<string, unknown>>(this.#table, tenantId, start);
    for await (const entity of found) {
      const entry = (await unpackJson([entity])) as AuditEntry;
      yield { place: String(entity.rowKey), entry };
    }
  }

  async removeBefore(tenantId: string, before: Date): Promise<number> {
    let removed = 0;
    // What was made at the very instant stays: its keys go on after a line.
    const old = entitiesAfter(this.#table, tenantId, `${newestFirst(before.toISOString())}|~`);
    for await (const { rowKey = '' } of old) {
      await writingOver(this.#table, () => this.#table.deleteEntity(tenantId, rowKey));
      removed += 1;
    }
    return removed;
  }
}
