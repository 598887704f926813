import type { ColumnDefinition, List } from '@microsoft/microsoft-graph-types';
import type { ListRow } from '#core/result/intake.ts';
import type { SharePointList } from '#core/settings/source-settings.ts';
import { ProblemError } from '../../app/errors.ts';
import type { ListReader, OpenedList } from '../../app/ports/list-reader.ts';
import { toGraphColumn, type GraphColumn } from './column-facts.ts';
import { GraphAccess, type GraphOptions } from './graph-access.ts';
import { listValues } from './graph-failure.ts';
import { joinedPages, pagesFrom, toRowPage } from './row-pages.ts';

/** Rows a page: Graph takes up to about 5,000; measured, see docs/decisions/0004-graph-pages.md. */
const PAGE_ROWS = 2000;
/** Columns asked for at once: answers leave out columns, and say nothing, where too many are. */
const COLUMNS_AT_ONCE = 15;

/** Reads SharePoint lists through Microsoft Graph, app-only. */
export class GraphListReader implements ListReader {
  readonly #graph: GraphAccess;

  constructor(options: GraphOptions) {
    this.#graph = new GraphAccess(options);
  }

  async open(_tenantId: string, location: SharePointList, columns: readonly string[]): Promise<OpenedList> {
    const list = await this.#list(location);
    const definitions = await this.#columns(location);
    const wanted = columns.map((name) => {
      const found = definitions.get(name);
      if (!found) throw new ProblemError('column-missing', { ...listValues(location), column: name });
      return found;
    });
    const webUrl = list.webUrl ?? null;
    return {
      name: list.displayName ?? list.name ?? location.listName,
      webUrl,
      eTag: list.eTag ?? null,
      lastChangedAt: list.lastModifiedDateTime ?? null,
      itemUrl: (rowId) => `${webUrl ?? ''}/DispForm.aspx?ID=${encodeURIComponent(rowId)}`,
      columns: wanted.map(({ name, displayName, kind }) => ({ name, displayName, kind })),
      pages: () => this.#pages(location, wanted),
    };
  }

  async #list(location: SharePointList): Promise<List> {
    const query = { $select: 'id,name,displayName,webUrl,eTag,lastModifiedDateTime' };
    try {
      return (await this.#graph.get(listPath(location), query, location)) as List;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'list-not-found') await this.#seeSite(location);
      throw error;
    }
  }

  /** A list that is not found may be a site that is not found: the admin needs to know which. */
  async #seeSite(location: SharePointList): Promise<void> {
    try {
      await this.#graph.get(sitePath(location.siteId), { $select: 'id' }, location);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'list-not-found') throw error;
      throw new ProblemError('site-not-found', error.values, { cause: error });
    }
  }

  async #columns(location: SharePointList): Promise<ReadonlyMap<string, GraphColumn>> {
    const found = new Map<string, GraphColumn>();
    let address: string | null = `${listPath(location)}/columns`;
    while (address !== null) {
      const page = (await this.#graph.get(address, {}, location)) as {
        readonly value?: unknown;
        readonly '@odata.nextLink'?: string;
      };
      if (!Array.isArray(page.value)) throw new ProblemError('graph-broken-answer', listValues(location));
      for (const definition of page.value as ColumnDefinition[]) {
        const column = toGraphColumn(definition);
        found.set(column.name, column);
      }
      const next: string | undefined = page['@odata.nextLink'];
      address = next === undefined ? null : this.#graph.ownAddress(next, location).href;
    }
    return found;
  }

  #pages(location: SharePointList, columns: readonly GraphColumn[]): AsyncIterable<readonly ListRow[]> {
    const read = async (address: string) => toRowPage(await this.#graph.page(address, location), location);
    const readings = chunksOf(columns, COLUMNS_AT_ONCE).map((chunk) =>
      pagesFrom(`.${listPath(location)}/items?${rowsQuery(chunk)}`, read),
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

/** A site's id is three parts with commas between, which Graph reads as they are. */
function sitePath(siteId: string): string {
  return `/sites/${encodeURIComponent(siteId).replaceAll('%2C', ',')}`;
}

function listPath({ siteId, listId }: SharePointList): string {
  return `${sitePath(siteId)}/lists/${encodeURIComponent(listId)}`;
}

function chunksOf<T>(values: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(values.length / size);
  return Array.from({ length: count }, (_, index) => values.slice(index * size, (index + 1) * size));
}
