/** An entity as it stands in a backup. */
type SavedEntity = Readonly<Record<string, unknown>> & {
  readonly partitionKey: string;
  readonly rowKey: string;
};

/** Where digests are, by the names that the product gives its tables. */
const DELIVERIES = 'deliveries';
const SUBSCRIPTIONS = 'subscriptions';
const DELIVERY = 'delivery|';

/**
 * Whether what is there tells more than a backup can: what became of a digest after the backup was taken is in its
 * receipt, and forgetting it would post the digest again.
 */
export function isNeverOverwritten(table: string, { rowKey }: SavedEntity): boolean {
  return table === DELIVERIES && rowKey.startsWith(DELIVERY);
}

/**
 * An entity as it is to be put back. A digest that waited or was being posted when the backup was taken may have been
 * posted since, so it is uncertain and only a person sends it again; a subscription makes up for nothing from before.
 */
export function asRestored(table: string, entity: SavedEntity, restoredAt: string): SavedEntity {
  if (table === DELIVERIES && entity.rowKey.startsWith(DELIVERY)) {
    return changed(entity, 'delivery', (delivery) => {
      if (delivery['state'] !== 'queued' && delivery['state'] !== 'sending') return delivery;
      const problem = { code: 'delivery-uncertain', values: { target: delivery['targetName'] } };
      return { ...delivery, state: 'uncertain', endedAt: restoredAt, retryAt: null, problem };
    });
  }
  if (table !== SUBSCRIPTIONS) return entity;
  return changed(entity, 'history', (history) => ({ ...history, activeSince: restoredAt, asked: null }));
}

type Words = Readonly<Record<string, unknown>>;

/** The entity with one property changed, which holds JSON, and the same object where that changes nothing. */
function changed(entity: SavedEntity, name: string, change: (words: Words) => Words): SavedEntity {
  const property = entity[name];
  const isTyped = typeof property === 'object' && property !== null && 'value' in property;
  const text = isTyped ? property.value : property;
  if (typeof text !== 'string') return entity;
  const before = JSON.parse(text) as Words;
  const after = change(before);
  if (after === before) return entity;
  const written = JSON.stringify(after);
  return { ...entity, [name]: isTyped ? { ...property, value: written } : written };
}
