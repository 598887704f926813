import type { TableClient, TransactionAction } from '@azure/data-tables';
import type {
  Card,
  DeliveryHandle,
  DeliveryLedger,
  StoredDelivery,
} from '../../app/ports/delivery-ledger.ts';
import { newestFirst } from './newest-first.ts';
import { packJson, unpackJson, type PackedProperties } from './packed-json.ts';
import { entitiesBetween, entitiesWithPrefix, readEntity, writing, writingOver } from './table-access.ts';

/** `delivery` is JSON of {@link StoredDelivery}; the card is packed beside it, if there is one. */
interface DeliveryEntity extends Record<string, unknown> {
  readonly delivery: string;
}

/** An entry under another key, that names the entry. */
interface PointerEntity {
  readonly id: string;
}

/**
 * Receipts by id (`delivery|`), by time with the newest first (`line|`), by the place they take up (`slot|`), and those
 * that may not have ended (`open|`).
 */
export class TableDeliveryLedger implements DeliveryLedger {
  readonly #table: TableClient;

  constructor(table: TableClient) {
    this.#table = table;
  }

  async add(
    tenantId: string,
    delivery: StoredDelivery,
    card: Card | null,
    slot: string | null,
  ): Promise<string | null> {
    const { id } = delivery;
    const pointer = (rowKey: string): TransactionAction => ['create', { partitionKey: tenantId, rowKey, id }];
    // In one transaction: a receipt that no list shows would be a silent loss, one without its slot a double.
    const actions: TransactionAction[] = [
      ['create', entityOf(tenantId, delivery, await packed(card))],
      pointer(lineKey(delivery)),
      ...(isOpen(delivery) ? [pointer(openKey(id))] : []),
      ...(slot === null ? [] : [pointer(slotKey(slot))]),
    ];
    const created = await writingOver(this.#table, () => this.#table.submitTransaction(actions));
    if (created !== null) return null;
    const taken =
      slot === null ? null : await readEntity<PointerEntity>(this.#table, tenantId, slotKey(slot));
    return taken?.id ?? id;
  }

  async find(tenantId: string, id: string): Promise<DeliveryHandle | null> {
    const entity = await readEntity<DeliveryEntity>(this.#table, tenantId, keyOf(id));
    return entity && handleOf(entity, entity.etag);
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

  async reopen(
    tenantId: string,
    expected: DeliveryHandle,
    change: Partial<StoredDelivery>,
    card: Card,
  ): Promise<DeliveryHandle | null> {
    const { id } = expected.delivery;
    const delivery = { ...expected.delivery, ...change };
    const entity = entityOf(tenantId, delivery, await packed(card));
    const actions: TransactionAction[] = [
      ['update', entity, 'Replace', { etag: expected.eTag }],
      ['upsert', { partitionKey: tenantId, rowKey: openKey(id), id }, 'Replace'],
    ];
    const written = await writingOver(this.#table, () => this.#table.submitTransaction(actions));
    return written && this.find(tenantId, id);
  }

  async latest(tenantId: string, count: number): Promise<readonly StoredDelivery[]> {
    const lines = await entitiesWithPrefix<PointerEntity>(this.#table, tenantId, 'line|', count);
    const entities = await Promise.all(
      lines.map(({ id }) => readEntity<DeliveryEntity>(this.#table, tenantId, keyOf(id))),
    );
    return entities
      .filter((entity) => entity !== null)
      .map(({ delivery }) => JSON.parse(delivery) as StoredDelivery);
  }

  async open(tenantId: string): Promise<readonly DeliveryHandle[]> {
    const pointers = await entitiesWithPrefix<PointerEntity>(this.#table, tenantId, OPEN);
    const handles = await Promise.all(pointers.map(({ id }) => this.find(tenantId, id)));
    return handles.filter((handle) => handle !== null);
  }

  async close(tenantId: string, id: string): Promise<void> {
    await this.#remove(tenantId, openKey(id));
    // It may have been opened again at this moment: then it belongs on the list.
    const found = await this.find(tenantId, id);
    if (!found || !isOpen(found.delivery)) return;
    const pointer = { partitionKey: tenantId, rowKey: openKey(id), id };
    await writing(this.#table, () => this.#table.upsertEntity(pointer, 'Replace'));
  }

  async removeBefore(tenantId: string, before: Date): Promise<number> {
    const from = `line|${newestFirst(before.toISOString())}|`;
    const lines = await entitiesBetween<PointerEntity>(this.#table, tenantId, from, 'line|~');
    let removed = 0;
    for (const { id, rowKey } of lines) {
      const handle = await this.find(tenantId, id);
      if (handle && isOpen(handle.delivery)) continue;
      // The slot stays: it is what keeps a period from being posted again. It names nothing and is small.
      await this.#remove(tenantId, keyOf(id));
      await this.#remove(tenantId, rowKey ?? '');
      removed += 1;
    }
    return removed;
  }

  async #remove(tenantId: string, rowKey: string): Promise<void> {
    await writingOver(this.#table, () => this.#table.deleteEntity(tenantId, rowKey));
  }
}

function isOpen({ state }: StoredDelivery): boolean {
  return state === 'queued' || state === 'sending';
}

async function packed(card: Card | null): Promise<PackedProperties> {
  if (card === null) return {};
  const [properties = {}] = await packJson(card);
  return properties;
}

async function handleOf(entity: DeliveryEntity, eTag: string): Promise<DeliveryHandle> {
  const delivery = JSON.parse(entity.delivery) as StoredDelivery;
  return { delivery, card: delivery.hasCard ? ((await unpackJson([entity])) as Card) : null, eTag };
}

function entityOf(tenantId: string, delivery: StoredDelivery, card: PackedProperties) {
  const rowKey = keyOf(delivery.id);
  return { partitionKey: tenantId, rowKey, delivery: JSON.stringify(delivery), ...card };
}

const OPEN = 'open|';

function keyOf(id: string): string {
  return `delivery|${id}`;
}

function openKey(id: string): string {
  return `${OPEN}${id}`;
}

function slotKey(slot: string): string {
  return `slot|${slot}`;
}

/** Later times sort first. */
function lineKey({ requestedAt, id }: StoredDelivery): string {
  return `line|${newestFirst(requestedAt)}|${id}`;
}
