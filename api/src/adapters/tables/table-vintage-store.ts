import { migrateResult } from '#core/result/migrate-result.ts';
import type { TableClient, TransactionAction } from '@azure/data-tables';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { ResultRows } from '#core/result/row-schema.ts';
import type { Vintage } from '#core/result/vintage.ts';
import { ProblemError } from '../../app/errors.ts';
import type { ResultHead, StoredVintage, VintageStore } from '../../app/ports/result-store.ts';
import { DocumentParts, type Generation } from './documents.ts';
import { headOf } from './result-head.ts';
import { entitiesWithPrefix, readEntity, writingOver } from './table-access.ts';

/** `vintage` is JSON of {@link Vintage}, `head` of {@link ResultHead}. */
interface VintageEntity extends Generation {
  readonly vintage: string;
  readonly head: string;
}

/**
 * Vintages, in the table of results: one entity each under its hash, and one for each year that repeats the latest. A
 * new vintage and the switch of the latest are one transaction, so that two who publish at once can't both win.
 */
export class TableVintageStore implements VintageStore {
  readonly #table: TableClient;
  readonly #parts: DocumentParts;

  constructor(table: TableClient) {
    this.#table = table;
    this.#parts = new DocumentParts(table);
  }

  async latestOfYears(tenantId: string): Promise<readonly Pick<StoredVintage, 'head' | 'vintage'>[]> {
    const entities = await entitiesWithPrefix<VintageEntity>(this.#table, tenantId, LATEST);
    return entities.map((entity) => this.#stored(tenantId, entity));
  }

  async latest(tenantId: string, year: number): Promise<StoredVintage | null> {
    return this.#read(tenantId, latestKey(year));
  }

  async find(tenantId: string, year: number, hash: string): Promise<StoredVintage | null> {
    return this.#read(tenantId, vintageKey(year, hash));
  }

  async list(tenantId: string, year: number): Promise<readonly StoredVintage[]> {
    const prefix = vintageKey(year, '');
    const entities = await entitiesWithPrefix<VintageEntity>(this.#table, tenantId, prefix);
    return entities
      .map((entity) => this.#stored(tenantId, entity))
      .toSorted((a, b) => a.vintage.number - b.vintage.number);
  }

  async add(tenantId: string, vintage: Vintage, result: IndexResult, rows: ResultRows): Promise<boolean> {
    const { year, hash, number } = vintage;
    const latest = await readEntity<VintageEntity>(this.#table, tenantId, latestKey(year));
    const before = latest ? (JSON.parse(latest.vintage) as Vintage).number : 0;
    if (before !== number - 1) return false;
    const written = await this.#parts.write(tenantId, documentKey(year), { result, rows });
    const entity = {
      partitionKey: tenantId,
      ...written,
      vintage: JSON.stringify(vintage),
      head: JSON.stringify(headOf(result)),
    };
    const newLatest = { ...entity, rowKey: latestKey(year) };
    const actions: TransactionAction[] = [
      ['create', { ...entity, rowKey: vintageKey(year, hash) }],
      latest ? ['update', newLatest, 'Replace', { etag: latest.etag }] : ['create', newLatest],
    ];
    if (await writingOver(this.#table, () => this.#table.submitTransaction(actions))) return true;
    await this.#parts.remove(tenantId, documentKey(year), written.generation);
    return false;
  }

  async #read(tenantId: string, key: string): Promise<StoredVintage | null> {
    const entity = await readEntity<VintageEntity>(this.#table, tenantId, key);
    return entity && this.#stored(tenantId, entity);
  }

  #stored(tenantId: string, entity: VintageEntity): StoredVintage {
    const vintage = JSON.parse(entity.vintage) as Vintage;
    const body = async (name: string) => {
      // What a vintage names is never removed.
      const found = await this.#parts.read(tenantId, documentKey(vintage.year), entity, name);
      if (!found) throw new ProblemError('storage-unavailable');
      return found.json;
    };
    return {
      vintage,
      head: JSON.parse(entity.head) as ResultHead,
      result: async () => migrateResult(await body('result')),
      rows: async () => (await body('rows')) as ResultRows,
      asStored: async () => ({
        result: (await body('result')) as Readonly<Record<string, unknown>>,
        rows: await body('rows'),
      }),
    };
  }
}

const LATEST = 'published-';

function latestKey(year: number): string {
  return `${LATEST}${year}`;
}

function vintageKey(year: number, hash: string): string {
  return `vintage-${year}-${hash}`;
}

/** The parts of every vintage of a year stand under one key, each in a generation of its own. */
function documentKey(year: number): string {
  return `vintage-${year}`;
}
