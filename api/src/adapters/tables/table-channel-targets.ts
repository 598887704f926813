import type { TableClient } from '@azure/data-tables';
import type { ChannelTargets, StoredTarget } from '../../app/ports/channel-targets.ts';
import { entitiesWithPrefix, readEntity, writing, writingOver } from './table-access.ts';

/** `target` is JSON of {@link StoredTarget}; its secret stands elsewhere. */
interface TargetEntity {
  readonly target: string;
}

/** Channel targets, one small entity each, in the table of settings. */
export class TableChannelTargets implements ChannelTargets {
  readonly #table: TableClient;

  constructor(table: TableClient) {
    this.#table = table;
  }

  async list(tenantId: string): Promise<readonly StoredTarget[]> {
    const entities = await entitiesWithPrefix<TargetEntity>(this.#table, tenantId, 'target|');
    return entities.map(targetOf);
  }

  async find(tenantId: string, id: string): Promise<StoredTarget | null> {
    const entity = await readEntity<TargetEntity>(this.#table, tenantId, keyOf(id));
    return entity && targetOf(entity);
  }

  async save(tenantId: string, target: StoredTarget): Promise<void> {
    const entity = { partitionKey: tenantId, rowKey: keyOf(target.id), target: JSON.stringify(target) };
    await writing(this.#table, () => this.#table.upsertEntity(entity, 'Replace'));
  }

  async remove(tenantId: string, id: string): Promise<void> {
    await writingOver(this.#table, () => this.#table.deleteEntity(tenantId, keyOf(id)));
  }
}

function targetOf({ target }: TargetEntity): StoredTarget {
  // Those of an earlier version know webhooks only.
  const stored = JSON.parse(target) as Omit<StoredTarget, 'channelLink' | 'recipient'>;
  return { channelLink: null, recipient: null, ...stored };
}

function keyOf(id: string): string {
  return `target|${id}`;
}
