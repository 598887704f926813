import type { TableClient } from '@azure/data-tables';
import type { ListWatchStore, StoredWatch, WatchHandle } from '../../app/ports/list-watch-store.ts';
import { entitiesWithPrefix, readEntity, writingOver } from './table-access.ts';

/** `watch` is JSON of {@link StoredWatch}. */
interface WatchEntity {
  readonly watch: string;
}

const PREFIX = 'watch-';

/** Watched lists, one small entity each, beside the tenant's refreshes. */
export class TableListWatches implements ListWatchStore {
  readonly #table: TableClient;

  constructor(table: TableClient) {
    this.#table = table;
  }

  async list(tenantId: string): Promise<readonly WatchHandle[]> {
    const entities = await entitiesWithPrefix<WatchEntity>(this.#table, tenantId, PREFIX);
    return entities.map(({ watch, etag }) => ({ watch: JSON.parse(watch) as StoredWatch, eTag: etag }));
  }

  async find(tenantId: string, key: string): Promise<WatchHandle | null> {
    const entity = await readEntity<WatchEntity>(this.#table, tenantId, `${PREFIX}${key}`);
    return entity && { watch: JSON.parse(entity.watch) as StoredWatch, eTag: entity.etag };
  }

  async write(
    tenantId: string,
    watch: StoredWatch,
    expected: WatchHandle | null,
  ): Promise<WatchHandle | null> {
    const entity = { partitionKey: tenantId, rowKey: `${PREFIX}${watch.key}`, watch: JSON.stringify(watch) };
    const written = await writingOver(this.#table, () =>
      expected
        ? this.#table.updateEntity(entity, 'Replace', { etag: expected.eTag })
        : this.#table.createEntity(entity),
    );
    return written && { watch, eTag: written.etag ?? '' };
  }

  async remove(tenantId: string, key: string): Promise<void> {
    await writingOver(this.#table, () => this.#table.deleteEntity(tenantId, `${PREFIX}${key}`));
  }
}
