import { createHash } from 'node:crypto';
import type { ColumnDefinition, List } from '@microsoft/microsoft-graph-types';
import type { ListRow } from '#core/result/intake.ts';
import type { SharePointList } from '#core/settings/source-location.ts';
import { ProblemError } from '../../app/errors.ts';
import type { KeptRowsStore } from '../../app/ports/kept-rows.ts';
import type { ListReader, OpenedList, Unchanged } from '../../app/ports/list-reader.ts';
import { readableColumnName, toGraphColumn, type GraphColumn } from './column-facts.ts';
import { GraphAccess, RESYNC, type GraphOptions } from './graph-access.ts';
import { atList, atSite, listPath, sitePath, type GraphActor } from './graph-paths.ts';
import { readKept } from './kept-list.ts';
import { joinedPages, pagesFrom, toRowPage } from './row-pages.ts';

/** Rows a page: Graph takes up to about 5,000; measured, see docs/decisions/0004-graph-pages.md. */
const PAGE_ROWS = 2000;
/** Columns asked for at once: answers leave out columns, and say nothing, where too many are. */
const COLUMNS_AT_ONCE = 15;

interface Described {
  readonly list: List;
  readonly columns: ReadonlyMap<string, GraphColumn>;
}

/** Reads SharePoint lists through Microsoft Graph, app-only or on behalf of somebody. */
export class GraphListReader implements ListReader {
  readonly #options: GraphOptions;
  readonly #actor: GraphActor;
  readonly #kept: KeptRowsStore | null;

  /** @param kept where rows may be kept; without it every reading is a full one */
  constructor(options: GraphOptions, actor: GraphActor = 'app', kept: KeptRowsStore | null = null) {
    this.#options = options;
    this.#actor = actor;
    this.#kept = kept;
  }

  async columns(_tenantId: string, location: SharePointList): Promise<readonly GraphColumn[]> {
    const { columns } = await this.#describe(new GraphAccess(this.#options), location);
    return [...columns.values()];
  }

  async open(_tenantId: string, location: SharePointList, columns: readonly string[]): Promise<OpenedList> {
    // An access of its own for each opening counts what that one costs.
    const graph = new GraphAccess(this.#options);
    const described = await this.#describe(graph, location);
    const wanted = this.#wanted(described, location, columns);
    const mark = this.#kept === null ? null : await this.#mark(graph, location);
    return {
      ...this.#opened(graph, location, described, wanted, mark),
      pages: () => this.#pages(graph, location, wanted),
    };
  }

  async openKept(
    tenantId: string,
    location: SharePointList,
    columns: readonly string[],
  ): Promise<OpenedList> {
    const store = this.#kept;
    if (store === null || columns.length > COLUMNS_AT_ONCE) return this.open(tenantId, location, columns);
    const graph = new GraphAccess(this.#options);
    const described = await this.#describe(graph, location);
    const wanted = this.#wanted(described, location, columns);
    const place = atList(location, this.#actor);
    const first = `.${listPath(location)}/items/delta?${rowsQuery(wanted)}`;
    const key = createHash('sha256')
      .update(JSON.stringify([location.siteId, location.listId, columns]))
      .digest('hex');
    const { rows, mark } = await readKept({ graph, place, first, store, tenantId, key, columns: wanted });
    return {
      ...this.#opened(graph, location, described, wanted, mark),
      pages: () => inPages(rows),
    };
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

  #wanted(
    { columns: definitions }: Described,
    location: SharePointList,
    columns: readonly string[],
  ): readonly GraphColumn[] {
    const { values } = atList(location, this.#actor);
    return columns.map((name) => {
      const found = definitions.get(name);
      if (!found) {
        throw new ProblemError('column-missing', {
          ...values,
          column: readableColumnName(name),
          columnName: name,
        });
      }
      return found;
    });
  }

  #opened(
    graph: GraphAccess,
    location: SharePointList,
    { list }: Described,
    wanted: readonly GraphColumn[],
    mark: string | null,
  ): Omit<OpenedList, 'pages'> {
    const webUrl = list.webUrl ?? null;
    return {
      name: list.displayName ?? list.name ?? location.listName,
      webUrl,
      eTag: list.eTag ?? null,
      lastChangedAt: list.lastModifiedDateTime ?? null,
      itemUrl: (rowId) => `${webUrl ?? ''}/DispForm.aspx?ID=${encodeURIComponent(rowId)}`,
      columns: wanted.map(({ name, displayName, kind }) => ({ name, displayName, kind })),
      resourceUnits: () => graph.resourceUnits(),
      mark,
    };
  }

  async #describe(graph: GraphAccess, location: SharePointList): Promise<Described> {
    return { list: await this.#list(graph, location), columns: await this.#columns(graph, location) };
  }

  async #list(graph: GraphAccess, location: SharePointList): Promise<List> {
    const query = { $select: 'id,name,displayName,webUrl,eTag,lastModifiedDateTime' };
    try {
      return (await graph.get(listPath(location), query, atList(location, this.#actor))) as List;
    } catch (error) {
      // A list that is not found may be a site that is not found: the admin needs to know which.
      if (error instanceof ProblemError && error.code === 'list-not-found') {
        const place = atSite(location.siteName, this.#actor);
        await graph.get(sitePath(location.siteId), { $select: 'id' }, place);
      }
      throw error;
    }
  }

  async #columns(graph: GraphAccess, location: SharePointList): Promise<ReadonlyMap<string, GraphColumn>> {
    const place = atList(location, this.#actor);
    const found = new Map<string, GraphColumn>();
    let address: string | null = `${listPath(location)}/columns`;
    while (address !== null) {
      const page = (await graph.get(address, {}, place, 2)) as {
        readonly value?: unknown;
        readonly '@odata.nextLink'?: string;
      };
      if (!Array.isArray(page.value)) throw new ProblemError('graph-broken-answer', place.values);
      for (const definition of page.value as ColumnDefinition[]) {
        const column = toGraphColumn(definition);
        found.set(column.name, column);
      }
      const next: string | undefined = page['@odata.nextLink'];
      address = next === undefined ? null : graph.ownAddress(next, place).href;
    }
    return found;
  }

  #pages(
    graph: GraphAccess,
    location: SharePointList,
    columns: readonly GraphColumn[],
  ): AsyncIterable<readonly ListRow[]> {
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

/** Only the id and the mapped columns: rows carry who made them, by name, unless told not to. */
function rowsQuery(columns: readonly GraphColumn[]): string {
  const fields = columns.map(({ fieldName }) => fieldName).join(',');
  const query = { $select: 'id', $expand: `fields($select=${fields})`, $top: String(PAGE_ROWS) };
  return new URLSearchParams(query).toString();
}

async function* inPages(rows: readonly ListRow[]): AsyncGenerator<readonly ListRow[]> {
  for (const page of chunksOf(rows, PAGE_ROWS)) yield await Promise.resolve(page);
}

function chunksOf<T>(values: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(values.length / size);
  return Array.from({ length: count }, (_, index) => values.slice(index * size, (index + 1) * size));
}
