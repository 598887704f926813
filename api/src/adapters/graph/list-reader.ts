import type { ColumnDefinition, List } from '@microsoft/microsoft-graph-types';
import type { ListRow } from '#core/result/intake.ts';
import type { SharePointList } from '#core/settings/source-location.ts';
import { ProblemError } from '../../app/errors.ts';
import type { ListReader, OpenedList } from '../../app/ports/list-reader.ts';
import { readableColumnName, toGraphColumn, type GraphColumn } from './column-facts.ts';
import { GraphAccess, type GraphOptions } from './graph-access.ts';
import { atList, atSite, listPath, sitePath, type GraphActor } from './graph-paths.ts';
import { joinedPages, pagesFrom, toRowPage } from './row-pages.ts';

/** Rows a page: Graph takes up to about 5,000; measured, see docs/decisions/0004-graph-pages.md. */
const PAGE_ROWS = 2000;
/** Columns asked for at once: answers leave out columns, and say nothing, where too many are. */
const COLUMNS_AT_ONCE = 15;

/** Reads SharePoint lists through Microsoft Graph, app-only or on behalf of somebody. */
export class GraphListReader implements ListReader {
  readonly #graph: GraphAccess;
  readonly #actor: GraphActor;

  constructor(options: GraphOptions, actor: GraphActor = 'app') {
    this.#graph = new GraphAccess(options);
    this.#actor = actor;
  }

  async columns(_tenantId: string, location: SharePointList): Promise<readonly GraphColumn[]> {
    await this.#list(location);
    return [...(await this.#columns(location)).values()];
  }

  async open(_tenantId: string, location: SharePointList, columns: readonly string[]): Promise<OpenedList> {
    const list = await this.#list(location);
    const definitions = await this.#columns(location);
    const { values } = atList(location, this.#actor);
    const wanted = columns.map((name) => {
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
      return (await this.#graph.get(listPath(location), query, atList(location, this.#actor))) as List;
    } catch (error) {
      // A list that is not found may be a site that is not found: the admin needs to know which.
      if (error instanceof ProblemError && error.code === 'list-not-found') {
        const place = atSite(location.siteName, this.#actor);
        await this.#graph.get(sitePath(location.siteId), { $select: 'id' }, place);
      }
      throw error;
    }
  }

  async #columns(location: SharePointList): Promise<ReadonlyMap<string, GraphColumn>> {
    const place = atList(location, this.#actor);
    const found = new Map<string, GraphColumn>();
    let address: string | null = `${listPath(location)}/columns`;
    while (address !== null) {
      const page = (await this.#graph.get(address, {}, place)) as {
        readonly value?: unknown;
        readonly '@odata.nextLink'?: string;
      };
      if (!Array.isArray(page.value)) throw new ProblemError('graph-broken-answer', place.values);
      for (const definition of page.value as ColumnDefinition[]) {
        const column = toGraphColumn(definition);
        found.set(column.name, column);
      }
      const next: string | undefined = page['@odata.nextLink'];
      address = next === undefined ? null : this.#graph.ownAddress(next, place).href;
    }
    return found;
  }

  #pages(location: SharePointList, columns: readonly GraphColumn[]): AsyncIterable<readonly ListRow[]> {
    const place = atList(location, this.#actor);
    const read = (address: string) => this.#graph.page(address, place);
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

function chunksOf<T>(values: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(values.length / size);
  return Array.from({ length: count }, (_, index) => values.slice(index * size, (index + 1) * size));
}
