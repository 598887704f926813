import type { TableClient, TableEntityResult } from '@azure/data-tables';
import type {
  StoredSubscription,
  SubscriptionHistory,
  SubscriptionStore,
} from '../../app/ports/subscription-store.ts';
import { entitiesWithPrefix, readEntity, writing, writingOver } from './table-access.ts';

/** JSON of the subscription's two parts: what an admin wrote, and what its runs wrote. */
interface SubscriptionEntity {
  readonly subscription: string;
  readonly history: string;
}

const TRIES = 5;

/** Subscriptions, one small entity each, so that one query finds all that may be due for a tenant. */
export class TableSubscriptionStore implements SubscriptionStore {
  readonly #table: TableClient;

  constructor(table: TableClient) {
    this.#table = table;
  }

  async list(tenantId: string): Promise<readonly StoredSubscription[]> {
    const entities = await entitiesWithPrefix<SubscriptionEntity>(this.#table, tenantId, PREFIX);
    return entities.map(storedOf);
  }

  async find(tenantId: string, id: string): Promise<StoredSubscription | null> {
    const entity = await this.#read(tenantId, id);
    return entity && storedOf(entity);
  }

  async save(tenantId: string, { subscription, history }: StoredSubscription): Promise<void> {
    const entity = {
      partitionKey: tenantId,
      rowKey: keyOf(subscription.id),
      subscription: JSON.stringify(subscription),
      history: JSON.stringify(history),
    };
    await writing(this.#table, () => this.#table.upsertEntity(entity, 'Replace'));
  }

  async note(tenantId: string, id: string, change: Partial<SubscriptionHistory>): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const entity = await this.#read(tenantId, id);
      if (!entity) return;
      const history = { ...storedOf(entity).history, ...change };
      const written = await writingOver(this.#table, () =>
        this.#table.updateEntity(
          { partitionKey: tenantId, rowKey: keyOf(id), history: JSON.stringify(history) },
          'Merge',
          { etag: entity.etag },
        ),
      );
      if (written) return;
    }
  }

  async remove(tenantId: string, id: string): Promise<void> {
    await writingOver(this.#table, () => this.#table.deleteEntity(tenantId, keyOf(id)));
  }

  #read(tenantId: string, id: string): Promise<TableEntityResult<SubscriptionEntity> | null> {
    return readEntity<SubscriptionEntity>(this.#table, tenantId, keyOf(id));
  }
}

const PREFIX = 'subscription|';

function keyOf(id: string): string {
  return `${PREFIX}${id}`;
}

function storedOf({ subscription, history }: SubscriptionEntity): StoredSubscription {
  return {
    subscription: JSON.parse(subscription) as StoredSubscription['subscription'],
    history: JSON.parse(history) as SubscriptionHistory,
  };
}
