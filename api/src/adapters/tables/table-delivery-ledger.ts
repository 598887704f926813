import type { TableClient } from '@azure/data-tables';
import type {
  Card,
  DeliveryHandle,
  DeliveryLedger,
  StoredDelivery,
} from '../../app/ports/delivery-ledger.ts';
import { newestFirst } from './newest-first.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { entitiesWithPrefix, readEntity, writingOver } from './table-access.ts';

/** `delivery` is JSON of {@link StoredDelivery}; the card is packed beside it. */
interface DeliveryEntity extends Record<string, unknown> {
  readonly delivery: string;
}

/** Receipts by id, and an index of them by time, newest first. */
export class TableDeliveryLedger implements DeliveryLedger {
  readonly #table: TableClient;

  constructor(table: TableClient) {
    this.#table = table;
  }

  async add(tenantId: string, delivery: StoredDelivery, card: Card): Promise<boolean> {
    const [packed] = await packJson(card);
    const entity = entityOf(tenantId, delivery, packed ?? {});
    const line = { partitionKey: tenantId, rowKey: lineKey(delivery), id: delivery.id };
    // In one transaction: a receipt that no list shows would be a silent loss.
    const created = await writingOver(this.#table, () =>
      this.#table.submitTransaction([
        ['create', entity],
        ['create', line],
      ]),
    );
    return created !== null;
  }

  async find(tenantId: string, id: string): Promise<DeliveryHandle | null> {
    const entity = await readEntity<DeliveryEntity>(this.#table, tenantId, keyOf(id));
    if (!entity) return null;
    const card = (await unpackJson([entity])) as Card;
    return { delivery: JSON.parse(entity.delivery) as StoredDelivery, card, eTag: entity.etag };
  }

  async update(
    tenantId: string,
    expected: DeliveryHandle,
    change: Partial<StoredDelivery>,
  ): Promise<DeliveryHandle | null> {
    const delivery = { ...expected.delivery, ...change };
    // Merged, so that the card beside it stays.
    const entity = entityOf(tenantId, delivery, {});
    const written = await writingOver(this.#table, () =>
      this.#table.updateEntity(entity, 'Merge', { etag: expected.eTag }),
    );
    return written && { delivery, card: expected.card, eTag: written.etag ?? '' };
  }

  async latest(tenantId: string, count: number): Promise<readonly StoredDelivery[]> {
    const lines = await entitiesWithPrefix<{ readonly id: string }>(this.#table, tenantId, 'line|', count);
    const entities = await Promise.all(
      lines.map(({ id }) => readEntity<DeliveryEntity>(this.#table, tenantId, keyOf(id))),
    );
    return entities
      .filter((entity) => entity !== null)
      .map(({ delivery }) => JSON.parse(delivery) as StoredDelivery);
  }
}

function entityOf(tenantId: string, delivery: StoredDelivery, packed: Readonly<Record<string, Uint8Array>>) {
  const rowKey = keyOf(delivery.id);
  return { partitionKey: tenantId, rowKey, delivery: JSON.stringify(delivery), ...packed };
}

function keyOf(id: string): string {
  return `delivery|${id}`;
}

/** Later times sort first. */
function lineKey({ requestedAt, id }: StoredDelivery): string {
  return `line|${newestFirst(requestedAt)}|${id}`;
}
