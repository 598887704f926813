import type { Change, FileChange } from './control-commands.ts';
import { notFound } from './graph-refusal.ts';
import { createListState, type ListState } from './list-state.ts';
import {
  itemsFromArray,
  type FeedNotice,
  type PostedMessage,
  type SampleTenant,
  type TenantFile,
  type TenantList,
  type TenantPerson,
  type TenantSite,
} from './tenant-content.ts';

export interface SiteState {
  readonly site: TenantSite;
  /** In the order of the tenant, without those that have been removed. */
  lists(): readonly ListState[];
  /** By id, or by shown name as Graph allows. Throws a 404 refusal. */
  list(idOrName: string): ListState;
  /** The files of its library, as they are now. */
  files(): readonly TenantFile[];
  applyToFiles(change: FileChange): void;
  /** Adds a list, as somebody makes one. */
  addList(list: TenantList): ListState;
}

/** The tenant as it is now. */
export interface TenantState {
  readonly tenant: SampleTenant;
  readonly sites: readonly SiteState[];
  /** Channel messages, newest last. */
  readonly messages: PostedMessage[];
  /** Notices in activity feeds, newest last. */
  readonly notices: FeedNotice[];
  /** Throws a 404 refusal. */
  site(id: string): SiteState;
  apply(change: Change | FileChange): void;
}

const SYSTEM: TenantPerson = {
  lookupId: '1073741823',
  id: '00000000-0000-0000-0000-000000000000',
  displayName: 'Systemkonto',
  email: '',
};

/** @param onRowsChanged told of a list each time one of its rows has been added, changed or deleted */
export function createTenantState(
  tenant: SampleTenant,
  onRowsChanged: (siteId: string, listId: string) => void = () => undefined,
): TenantState {
  const removed = new Set<string>();
  const sites = tenant.sites.map((site): SiteState => {
    const all = site.lists.map((list) => createListState(list, site.people[0] ?? SYSTEM));
    let files = site.files;
    const lists = (): readonly ListState[] => all.filter(({ list }) => !removed.has(list.id));
    return {
      site,
      lists,
      files: () => files,
      applyToFiles: (change) => {
        const others = files.filter(({ id }) => id !== change.fileId);
        files = change.kind === 'put-file' ? [...others, fileOf(change, site)] : others;
      },
      addList: (list) => {
        const added = createListState(list, site.people[0] ?? SYSTEM);
        all.push(added);
        return added;
      },
      list: (idOrName) => {
        const wanted = idOrName.toLowerCase();
        const found =
          lists().find(({ list }) => list.id.toLowerCase() === wanted) ??
          lists().find((candidate) => candidate.displayName().toLowerCase() === wanted);
        if (found === undefined) throw notFound('list');
        return found;
      },
    };
  });
  return {
    tenant,
    sites,
    messages: [],
    notices: [],
    site: (id) => {
      const wanted = id.toLowerCase();
      // Graph also takes the site collection's GUID alone.
      const found = sites.find(
        ({ site }) => site.id.toLowerCase() === wanted || site.id.toLowerCase().split(',')[1] === wanted,
      );
      if (found === undefined) throw notFound('requested site');
      return found;
    },
    apply: (change) => {
      if (change.kind === 'put-file' || change.kind === 'remove-file') {
        const site = sites.find((candidate) => candidate.site.id === change.siteId);
        if (site === undefined) throw notFound('site');
        site.applyToFiles(change);
        return;
      }
      for (const site of sites) {
        const list = site.lists().find((candidate) => candidate.list.id === change.listId);
        if (list === undefined) continue;
        if (change.kind === 'remove-list') removed.add(change.listId);
        else if (change.kind === 'copy-list') site.addList(copyOf(list.list, change.newId));
        else {
          list.apply(change);
          if (change.kind.endsWith('-row')) onRowsChanged(site.site.id, list.list.id);
        }
        return;
      }
      throw notFound('list');
    },
  };
}

function copyOf(list: TenantList, id: string): TenantList {
  return { ...list, id, webUrl: `${list.webUrl}2`, items: itemsFromArray([]) };
}

function fileOf(change: Extract<FileChange, { kind: 'put-file' }>, site: TenantSite): TenantFile {
  const now = new Date().toISOString();
  return {
    id: change.fileId,
    name: change.name,
    webUrl: `${site.webUrl}/Delade dokument/${encodeURIComponent(change.name)}`,
    mimeType: 'application/octet-stream',
    createdDateTime: now,
    lastModifiedDateTime: now,
    createdBy: site.people[0] ?? SYSTEM,
    content: Buffer.from(change.base64, 'base64'),
    ...(change.claimedSize !== undefined && { claimedSize: change.claimedSize }),
  };
}
