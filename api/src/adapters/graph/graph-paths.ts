import type { DriveFile, SharePointList } from '#core/settings/source-location.ts';
import { listValues, type GraphPlace } from './graph-failure.ts';

/** On whose behalf Graph is asked: what is forbidden is the app's missing grant, or the person's own. */
export type GraphActor = 'app' | 'person';

const forbiddenTo = (actor: GraphActor) => (actor === 'app' ? 'graph-forbidden' : 'user-forbidden');

/** A site's id is three parts with commas between, which Graph reads as they are. */
export function sitePath(siteId: string): string {
  return `/sites/${encodeURIComponent(siteId).replaceAll('%2C', ',')}`;
}

export function listPath({ siteId, listId }: SharePointList): string {
  return `${sitePath(siteId)}/lists/${encodeURIComponent(listId)}`;
}

export function filePath({ driveId, itemId }: Pick<DriveFile, 'driveId' | 'itemId'>): string {
  return `/drives/${encodeURIComponent(driveId)}/items/${encodeURIComponent(itemId)}`;
}

export function atList(list: SharePointList, actor: GraphActor): GraphPlace {
  return { values: listValues(list), missing: 'list-not-found', forbidden: forbiddenTo(actor) };
}

export function atFile({ fileName, siteName }: DriveFile, actor: GraphActor): GraphPlace {
  const values = { file: fileName, list: fileName, site: siteName };
  return { values, missing: 'file-not-found', forbidden: forbiddenTo(actor) };
}

export function atSite(siteName: string, actor: GraphActor): GraphPlace {
  const values = { site: siteName, list: siteName };
  return { values, missing: 'site-not-found', forbidden: forbiddenTo(actor) };
}
