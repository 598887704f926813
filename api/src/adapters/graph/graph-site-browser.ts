import type { ColumnDefinition, Drive, DriveItem, List, Site } from '@microsoft/microsoft-graph-types';
import type { FoundFile, FoundList, FoundSite } from '#core/contracts/sources.ts';
import { ProblemError } from '../../app/errors.ts';
import type { SiteBrowser } from '../../app/ports/site-browser.ts';
import { GraphAccess, type GraphOptions } from './graph-access.ts';
import type { GraphPlace } from './graph-failure.ts';
import { atSite, sitePath } from './graph-paths.ts';
import { searchWords } from './search-words.ts';

/** Enough to choose from; whoever has more searches. */
const MOST_FOUND = 500;
const READABLE_FILE = /\.(xlsx|csv|tsv|txt|xlsm|xls)$/i;

type NewList = Parameters<SiteBrowser['createList']>[1];

/** Sites, lists and files through Graph, with a token on behalf of somebody. */
export class GraphSiteBrowser implements SiteBrowser {
  readonly #graph: GraphAccess;

  constructor(options: GraphOptions) {
    this.#graph = new GraphAccess(options);
  }

  async sites(search: string): Promise<readonly FoundSite[]> {
    const query = { search: searchWords(search), $select: 'id,name,displayName,webUrl' };
    return (await this.#all<Site>('/sites', query, atSite(search, 'person'))).map(toSite);
  }

  async site(siteId: string): Promise<FoundSite> {
    const query = { $select: 'id,name,displayName,webUrl' };
    return toSite((await this.#graph.get(sitePath(siteId), query, atSite(siteId, 'person'))) as Site);
  }

  async lists(siteId: string): Promise<readonly FoundList[]> {
    const query = { $select: 'id,name,displayName,webUrl,description,lastModifiedDateTime,list' };
    const found = await this.#all<List>(`${sitePath(siteId)}/lists`, query, atSite(siteId, 'person'));
    return found
      .filter(({ list }) => list?.hidden !== true && list?.template !== 'documentLibrary')
      .map((list) => ({
        id: list.id ?? '',
        name: list.displayName ?? list.name ?? '',
        webUrl: list.webUrl ?? '',
        description: list.description ?? '',
        lastChangedAt: list.lastModifiedDateTime ?? null,
      }));
  }

  async libraries(siteId: string): Promise<readonly FoundFile[]> {
    const query = { $select: 'id,name,driveType,lastModifiedDateTime' };
    const drives = await this.#all<Drive>(`${sitePath(siteId)}/drives`, query, atSite(siteId, 'person'));
    return drives.map((drive) => ({
      kind: 'library',
      driveId: drive.id ?? '',
      itemId: null,
      name: drive.name ?? '',
      sizeBytes: null,
      lastChangedAt: drive.lastModifiedDateTime ?? null,
    }));
  }

  async files(driveId: string, folderId: string | null): Promise<readonly FoundFile[]> {
    const drive = `/drives/${encodeURIComponent(driveId)}`;
    const from = folderId === null ? `${drive}/root` : `${drive}/items/${encodeURIComponent(folderId)}`;
    const query = { $select: 'id,name,size,lastModifiedDateTime,file,folder' };
    const place: GraphPlace = { ...atSite(driveId, 'person'), missing: 'file-not-found' };
    const items = await this.#all<DriveItem>(`${from}/children`, query, place);
    return items.flatMap((item): readonly FoundFile[] => {
      const name = item.name ?? '';
      if (!item.folder && !READABLE_FILE.test(name)) return [];
      return [
        {
          kind: item.folder ? 'folder' : 'file',
          driveId,
          itemId: item.id ?? '',
          name,
          sizeBytes: item.folder ? null : (item.size ?? null),
          lastChangedAt: item.lastModifiedDateTime ?? null,
        },
      ];
    });
  }

  async createList(siteId: string, list: NewList): Promise<{ readonly id: string; readonly webUrl: string }> {
    const body = {
      displayName: list.name,
      description: list.description,
      list: { template: 'genericList' },
      columns: list.columns.map(toDefinition),
    };
    const place = { ...atSite(siteId, 'person'), values: { list: list.name, site: siteId } };
    const made = (await this.#graph.post(`${sitePath(siteId)}/lists`, body, place)) as List;
    if (!made.id) throw new ProblemError('graph-broken-answer', place.values);
    return { id: made.id, webUrl: made.webUrl ?? '' };
  }

  /** Every page of a collection, up to what anyone chooses from. */
  async #all<T>(path: string, query: Readonly<Record<string, string>>, place: GraphPlace): Promise<T[]> {
    const found: T[] = [];
    let page = (await this.#graph.get(path, query, place)) as Page<T>;
    for (;;) {
      const { value } = page;
      if (!isArray(value)) throw new ProblemError('graph-broken-answer', place.values);
      found.push(...value);
      const next = page['@odata.nextLink'];
      if (next === undefined || found.length >= MOST_FOUND) return found;
      page = (await this.#graph.get(this.#graph.ownAddress(next, place).href, {}, place)) as Page<T>;
    }
  }
}

/** Array.isArray forgets what a readonly array holds. */
function isArray<T>(value: readonly T[] | undefined): value is readonly T[] {
  return Array.isArray(value);
}

interface Page<T> {
  readonly value?: readonly T[];
  readonly '@odata.nextLink'?: string;
}

function toSite({ id, displayName, name, webUrl }: Site): FoundSite {
  return { id: id ?? '', name: displayName ?? name ?? webUrl ?? '', webUrl: webUrl ?? '' };
}

function toDefinition(column: NewList['columns'][number]): ColumnDefinition {
  const { name, description } = column;
  return { name, ...(description !== '' && { description }), ...facetOf(column) };
}

function facetOf({ kind, choices, limits }: NewList['columns'][number]): ColumnDefinition {
  switch (kind) {
    case 'text':
      return { text: {} };
    case 'note':
      return { text: { allowMultipleLines: true } };
    case 'number': {
      const [minimum, maximum] = limits ?? [];
      const isLimited = minimum !== undefined && maximum !== undefined;
      return { number: { decimalPlaces: 'automatic', ...(isLimited && { minimum, maximum }) } };
    }
    case 'date':
      return { dateTime: { format: 'dateOnly' } };
    case 'choice':
      return { choice: { choices: Object.keys(choices), allowTextEntry: false, displayAs: 'dropDownMenu' } };
  }
}
