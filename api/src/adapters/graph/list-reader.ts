import { createHash } from 'node:crypto';
import type { ColumnFacts, ListRow } from '#core/result/intake.ts';
import type { SharePointList } from '#core/settings/source-location.ts';
import type { KeptRowsStore, ListDescription, ListDescriptions } from '../../app/ports/kept-rows.ts';
import type { ListReader, OpenedList, SinceMark, Unchanged } from '../../app/ports/list-reader.ts';
import type { GraphColumn } from './column-facts.ts';
import { GraphAccess, RESYNC, type GraphOptions } from './graph-access.ts';
import { atList, listPath, type GraphActor } from './graph-paths.ts';
import { readKept } from './kept-list.ts';
import { describeList, wantedColumns, type DescribedList } from './list-description.ts';
import { joinedPages, pagesFrom, toRowPage } from './row-pages.ts';

/** Rows a page: as many as Graph gives, since a page costs the same whatever it holds (docs/decisions/0033-what-a-day-costs.md). */
const PAGE_ROWS = 5000;
/** Columns asked for at once: answers leave out columns, and say nothing, where too many are. */
const COLUMNS_AT_ONCE = 15;
/** A list in which no row changes is described anew this often. */
const LONGEST_DESCRIBED_MS = 7 * 86_400_000;

/** What a reading needs to know of a column: facts, and the member of `fields` to ask for. */
type WantedColumn = ColumnFacts & Pick<GraphColumn, 'fieldName'>;

/** Reads SharePoint lists through Microsoft Graph, app-only or on behalf of somebody. */
export class GraphListReader implements ListReader {
  readonly #options: GraphOptions;
  readonly #actor: GraphActor;
  readonly #kept: KeptRowsStore | null;
  readonly #descriptions: ListDescriptions | null;

  /**
   * @param kept where rows may be kept; without it every reading is a full one
   * @param descriptions where lists' descriptions may be kept; without it every opening describes its list
   */
  constructor(
    options: GraphOptions,
    actor: GraphActor = 'app',
    kept: KeptRowsStore | null = null,
    descriptions: ListDescriptions | null = null,
  ) {
    this.#options = options;
    this.#actor = actor;
    this.#kept = kept;
    this.#descriptions = descriptions;
  }

  async columns(_tenantId: string, location: SharePointList): Promise<readonly GraphColumn[]> {
    const { columns } = await describeList(new GraphAccess(this.#options), location, this.#actor);
    return [...columns.values()];
  }

  async open(
    tenantId: string,
    location: SharePointList,
    columns: readonly string[],
    known?: SinceMark,
  ): Promise<OpenedList> {
    const unchangedSince = known?.unchangedSince ?? null;
    // An access of its own for each opening counts what that one costs.
    const graph = new GraphAccess(this.#options);
    const key = keyOf(location, columns);
    const lately = unchangedSince === null ? null : await this.#known(tenantId, key);
    if (lately) {
      const pages = this.#pages(graph, location, lately.columns);
      const first = await pages.next();
      if (first.done !== true && hasAll(first.value, lately.columns)) {
        const all = following(first.value, pages);
        return { ...this.#opened(graph, lately, unchangedSince), pages: () => all };
      }
      // A column without a value in any row may be gone: the list is looked at after all.
    }
    const described = await this.#described(graph, tenantId, location, columns, key);
    const mark = this.#kept === null ? null : await this.#mark(graph, location);
    return {
      ...this.#opened(graph, described, mark),
      pages: () => this.#pages(graph, location, described.columns),
    };
  }

  async openKept(
    tenantId: string,
    location: SharePointList,
    columns: readonly string[],
    known?: SinceMark,
  ): Promise<OpenedList> {
    const unchangedSince = known?.unchangedSince ?? null;
    const store = this.#kept;
    if (store === null || columns.length > COLUMNS_AT_ONCE) {
      return this.open(tenantId, location, columns, known);
    }
    const graph = new GraphAccess(this.#options);
    const key = keyOf(location, columns);
    if (unchangedSince !== null) {
      const [lately, kept] = await Promise.all([this.#known(tenantId, key), store.find(tenantId, key)]);
      // What is kept is what the mark is of: nothing needs to be asked for.
      if (lately && kept?.deltaLink === unchangedSince) {
        return { ...this.#opened(graph, lately, unchangedSince), pages: () => inPages(kept.rows) };
      }
    }
    const described = await this.#described(graph, tenantId, location, columns, key);
    const wanted = described.columns;
    const place = atList(location, this.#actor);
    const first = `.${listPath(location)}/items/delta?${rowsQuery(wanted)}`;
    const { rows, mark } = await readKept({ graph, place, first, store, tenantId, key, columns: wanted });
    return { ...this.#opened(graph, described, mark), pages: () => inPages(rows) };
  }

  async isUnchanged(location: SharePointList, mark: string): Promise<Unchanged> {
    const graph = new GraphAccess(this.#options);
    const body = await graph.changes(mark, atList(location, this.#actor), 1);
    const { value } = (body === RESYNC ? {} : (body ?? {})) as { readonly value?: unknown };
    return { unchanged: Array.isArray(value) && value.length === 0, resourceUnits: graph.resourceUnits() };
  }

  /** A link that tells what changes from now on, without a row. */
  async #mark(graph: GraphAccess, location: SharePointList): Promise<string | null> {
    const query = new URLSearchParams({ token: 'latest', $select: 'id' }).toString();
    const address = `.${listPath(location)}/items/delta?${query}`;
    const body = await graph.changes(address, atList(location, this.#actor), 1);
    const { '@odata.deltaLink': link } = (body === RESYNC ? {} : (body ?? {})) as Readonly<
      Record<string, unknown>
    >;
    return typeof link === 'string' ? link : null;
  }

  /** The list as it is now, with the columns asked for; remembered for a day when none of its rows has changed. */
  async #described(
    graph: GraphAccess,
    tenantId: string,
    location: SharePointList,
    columns: readonly string[],
    key: string,
  ): Promise<ListDescription> {
    const found = await describeList(graph, location, this.#actor);
    const wanted = wantedColumns(found, location, columns, this.#actor);
    const description = descriptionOf(found, location, wanted, this.#options.clock.now());
    await this.#descriptions?.save(tenantId, key, description);
    return description;
  }

  /** The list as it was described lately; null where it must be described anew. */
  async #known(tenantId: string, key: string): Promise<ListDescription | null> {
    const found = (await this.#descriptions?.find(tenantId, key)) ?? null;
    if (found === null) return null;
    const ageMs = this.#options.clock.now().getTime() - Date.parse(found.describedAt);
    return ageMs <= LONGEST_DESCRIBED_MS ? found : null;
  }

  #opened(
    graph: GraphAccess,
    { name, webUrl, eTag, lastChangedAt, columns }: ListDescription,
    mark: string | null,
  ): Omit<OpenedList, 'pages'> {
    return {
      name,
      webUrl,
      eTag,
      lastChangedAt,
      itemUrl: (rowId) => `${webUrl ?? ''}/DispForm.aspx?ID=${encodeURIComponent(rowId)}`,
      columns: columns.map((column) => ({
        name: column.name,
        displayName: column.displayName,
        kind: column.kind,
      })),
      resourceUnits: () => graph.resourceUnits(),
      mark,
    };
  }

  #pages(
    graph: GraphAccess,
    location: SharePointList,
    columns: readonly WantedColumn[],
  ): AsyncGenerator<readonly ListRow[]> {
    const place = atList(location, this.#actor);
    const read = (address: string) => graph.page(address, place);
    const open = (text: string) => toRowPage(text, place);
    const readings = chunksOf(columns, COLUMNS_AT_ONCE).map((chunk) =>
      pagesFrom(`.${listPath(location)}/items?${rowsQuery(chunk)}`, read, open),
    );
    const [only] = readings;
    return only && readings.length === 1 ? only : joinedPages(readings);
  }
}

function descriptionOf(
  { list }: DescribedList,
  location: SharePointList,
  wanted: readonly GraphColumn[],
  now: Date,
): ListDescription {
  return {
    describedAt: now.toISOString(),
    name: list.displayName ?? list.name ?? location.listName,
    webUrl: list.webUrl ?? null,
    eTag: list.eTag ?? null,
    lastChangedAt: list.lastModifiedDateTime ?? null,
    columns: wanted.map(({ name, displayName, kind, fieldName }) => ({ name, displayName, kind, fieldName })),
  };
}

/** Under which a list's rows and description are kept, with exactly these columns. */
function keyOf({ siteId, listId }: SharePointList, columns: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([siteId, listId, columns]))
    .digest('hex');
}

/** Whether each column has a value in some row. */
function hasAll(rows: readonly ListRow[], columns: readonly WantedColumn[]): boolean {
  const isFilled = (value: unknown) => value !== undefined && value !== null;
  return columns.every(({ fieldName }) => rows.some(({ fields }) => isFilled(fields[fieldName])));
}

/** Only the id and the mapped columns: rows carry who made them, by name, unless told not to. */
function rowsQuery(columns: readonly WantedColumn[]): string {
  const fields = columns.map(({ fieldName }) => fieldName).join(',');
  const query = { $select: 'id', $expand: `fields($select=${fields})`, $top: String(PAGE_ROWS) };
  return new URLSearchParams(query).toString();
}

async function* inPages(rows: readonly ListRow[]): AsyncGenerator<readonly ListRow[]> {
  for (const page of chunksOf(rows, PAGE_ROWS)) yield await Promise.resolve(page);
}

async function* following<T>(first: T, others: AsyncIterator<T>): AsyncGenerator<T> {
  yield first;
  for (let next = await others.next(); next.done !== true; next = await others.next()) yield next.value;
}

function chunksOf<T>(values: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(values.length / size);
  return Array.from({ length: count }, (_, index) => values.slice(index * size, (index + 1) * size));
}
