import type { TableClient } from '@azure/data-tables';
import { surveyStateOf } from '#core/masking/survey-state.ts';
import { migrateResult } from '#core/result/migrate-result.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { ResultRows } from '#core/result/row-schema.ts';
import { ProblemError } from '../../app/errors.ts';
import type { ResultHead, ResultStore, StoredResult, VintageStore } from '../../app/ports/result-store.ts';
import { DocumentParts, type Generation } from './documents.ts';
import { headOf } from './result-head.ts';
import { entitiesWithPrefix, readEntity, writingOver } from './table-access.ts';
import { TableVintageStore } from './table-vintage-store.ts';

/** The head of a year's result. `head` is JSON of {@link ResultHead}. */
interface HeadEntity extends Generation {
  readonly head: string;
}

const TRIES = 5;

/** Results by year: a head with what lists need, and the result and its rows as two bodies of one generation. */
export class TableResultStore implements ResultStore {
  readonly vintages: VintageStore;
  readonly #table: TableClient;
  readonly #parts: DocumentParts;

  constructor(table: TableClient) {
    this.#table = table;
    this.#parts = new DocumentParts(table);
    this.vintages = new TableVintageStore(table);
  }

  async heads(tenantId: string): Promise<readonly ResultHead[]> {
    const entities = await entitiesWithPrefix<HeadEntity>(this.#table, tenantId, 'result-');
    return entities.map(({ head }) => JSON.parse(head) as ResultHead);
  }

  async find(tenantId: string, year: number): Promise<StoredResult | null> {
    const entity = await readEntity<HeadEntity>(this.#table, tenantId, keyOf(year));
    if (!entity) return null;
    return {
      head: JSON.parse(entity.head) as ResultHead,
      result: async () => migrateResult(await this.#body(tenantId, year, entity, 'result')),
      rows: async () => (await this.#body(tenantId, year, entity, 'rows')) as ResultRows,
    };
  }

  async seen(tenantId: string, year: number): Promise<readonly IndexResult[]> {
    const entities = await entitiesWithPrefix<Generation>(this.#table, tenantId, seenKey(year, ''));
    return Promise.all(
      entities.map(async (entity) => {
        const body = await this.#parts.read(tenantId, String(entity.rowKey), entity, 'result');
        // Nothing removes one, so one that can't be read is lost: better no new result than one that is not audited.
        if (!body) throw new ProblemError('storage-unavailable');
        return migrateResult(body.json);
      }),
    );
  }

  async save(
    tenantId: string,
    result: IndexResult,
    rows: ResultRows,
    audited: readonly IndexResult[],
  ): Promise<void> {
    // Before anybody can read it, so that nothing was ever readable that the audit does not know of.
    await this.#remember(tenantId, result);
    // Of two that are saved at once each sees the other here, or the later one sees the earlier.
    if (await this.#isAnySeenBut(tenantId, result, audited)) throw new ProblemError('storage-unavailable');
    const key = keyOf(result.year);
    const written = await this.#parts.write(tenantId, key, { result, rows });
    const entity = {
      partitionKey: tenantId,
      rowKey: key,
      ...written,
      head: JSON.stringify(headOf(result)),
    };
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const before = await readEntity<HeadEntity>(this.#table, tenantId, key);
      const switched = await writingOver(this.#table, () =>
        before
          ? this.#table.updateEntity(entity, 'Replace', { etag: before.etag })
          : this.#table.createEntity(entity),
      );
      if (!switched) continue;
      if (before) await this.#parts.remove(tenantId, key, before.generation);
      return;
    }
    await this.#parts.remove(tenantId, key, written.generation);
    throw new ProblemError('storage-unavailable');
  }

  async #remember(tenantId: string, result: IndexResult): Promise<void> {
    const key = seenKey(result.year, surveyStateOf(result));
    if (await readEntity<Generation>(this.#table, tenantId, key)) return;
    const written = await this.#parts.write(tenantId, key, { result });
    const entity = { partitionKey: tenantId, rowKey: key, ...written };
    const isFirst = await writingOver(this.#table, () => this.#table.createEntity(entity));
    if (!isFirst) await this.#parts.remove(tenantId, key, written.generation);
  }

  /** Whether a state of the year's surveys is remembered that is neither the result's own nor one of those it was audited against. */
  async #isAnySeenBut(
    tenantId: string,
    result: IndexResult,
    audited: readonly IndexResult[],
  ): Promise<boolean> {
    const known = new Set([result, ...audited].map((one) => seenKey(one.year, surveyStateOf(one))));
    const hashes = new Set(audited.map(({ hash }) => hash));
    const entities = await entitiesWithPrefix<Generation>(this.#table, tenantId, seenKey(result.year, ''));
    const others = entities.filter(({ rowKey }) => !known.has(String(rowKey)));
    // One that an older version stored has its key from the shape it had then; its hash is still its own.
    const bodies = await Promise.all(
      others.map((entity) => this.#parts.read(tenantId, String(entity.rowKey), entity, 'result')),
    );
    return bodies.some((body) => !body || !hashes.has((body.json as Pick<IndexResult, 'hash'>).hash));
  }

  async #body(tenantId: string, year: number, head: Generation, name: string): Promise<unknown> {
    let at: Generation | null = head;
    for (let attempt = 0; attempt < TRIES && at; attempt += 1) {
      const body = await this.#parts.read(tenantId, keyOf(year), at, name);
      if (body) return body.json;
      // A writer has switched the head since: what it names now is whole.
      at = await readEntity<HeadEntity>(this.#table, tenantId, keyOf(year));
    }
    throw new ProblemError('storage-unavailable');
  }
}

function keyOf(year: number): string {
  return `result-${year}`;
}

/** One head for each state of a year's surveys that was ever readable. */
function seenKey(year: number, state: string): string {
  return `seen-${year}-${state}`;
}
