import type { TableClient } from '@azure/data-tables';
import type {
  KeptRows,
  KeptRowsStore,
  ListDescription,
  ListDescriptions,
  YearMarks,
  YearMarksStore,
} from '../../app/ports/kept-rows.ts';
import { DocumentParts, type Generation } from './documents.ts';
import { readEntity, writing } from './table-access.ts';

const BODY = 'kept';

/** Kept rows and marks in a tenant's own partition. The later of two writers wins: either's rows are as good. */
export class TableKeptRows implements KeptRowsStore {
  readonly #table: TableClient;
  readonly #parts: DocumentParts;

  constructor(table: TableClient) {
    this.#table = table;
    this.#parts = new DocumentParts(table);
  }

  async find(tenantId: string, key: string): Promise<KeptRows | null> {
    const head = await readEntity<Generation>(this.#table, tenantId, rowKey(key));
    const body = head && (await this.#parts.read(tenantId, rowKey(key), head, BODY));
    return body ? (body.json as KeptRows) : null;
  }

  async save(tenantId: string, key: string, kept: KeptRows): Promise<void> {
    const before = await readEntity<Generation>(this.#table, tenantId, rowKey(key));
    const written = await this.#parts.write(tenantId, rowKey(key), { [BODY]: kept });
    const head = { partitionKey: tenantId, rowKey: rowKey(key), ...written };
    await writing(this.#table, () => this.#table.upsertEntity(head, 'Replace'));
    if (before) await this.#parts.remove(tenantId, rowKey(key), before.generation);
  }
}

/** `description` is JSON of {@link ListDescription}: some hundred bytes a column. */
interface DescriptionEntity {
  readonly description: string;
}

export class TableListDescriptions implements ListDescriptions {
  readonly #table: TableClient;

  constructor(table: TableClient) {
    this.#table = table;
  }

  async find(tenantId: string, key: string): Promise<ListDescription | null> {
    const entity = await readEntity<DescriptionEntity>(this.#table, tenantId, `described-${key}`);
    return entity && (JSON.parse(entity.description) as ListDescription);
  }

  async save(tenantId: string, key: string, description: ListDescription): Promise<void> {
    const rowKey = `described-${key}`;
    const entity = { partitionKey: tenantId, rowKey, description: JSON.stringify(description) };
    await writing(this.#table, () => this.#table.upsertEntity(entity, 'Replace'));
  }
}

/** `marks` is JSON of {@link YearMarks}: some hundred bytes a source. */
interface MarksEntity {
  readonly marks: string;
}

export class TableYearMarks implements YearMarksStore {
  readonly #table: TableClient;

  constructor(table: TableClient) {
    this.#table = table;
  }

  async find(tenantId: string, year: number): Promise<YearMarks | null> {
    const entity = await readEntity<MarksEntity>(this.#table, tenantId, `marks-${year}`);
    return entity && (JSON.parse(entity.marks) as YearMarks);
  }

  async save(tenantId: string, year: number, marks: YearMarks): Promise<void> {
    const entity = { partitionKey: tenantId, rowKey: `marks-${year}`, marks: JSON.stringify(marks) };
    await writing(this.#table, () => this.#table.upsertEntity(entity, 'Replace'));
  }
}

function rowKey(key: string): string {
  return `kept-${key}`;
}
