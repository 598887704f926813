/** What a Teams deep link to a tab says. */
export interface DeepLink {
  readonly appId: string;
  readonly entityId: string;
  /** The page within the tab; empty where the link names none. */
  readonly page: string;
}

/** Hosts whose /l/entity links are ours to open: Teams' own and this page's. */
const TEAMS_HOST = 'teams.microsoft.com';

/**
 * Reads `https://teams.microsoft.com/l/entity/{appId}/{entityId}?webUrl=…&label=…&context={"subEntityId":"…"}` or the same on
 * this origin; null for any other address and for a context that is no JSON object.
 */
export function parseDeepLink(address: string, ownOrigin: string): DeepLink | null {
  const url = URL.parse(address, ownOrigin);
  if (url === null || (url.origin !== ownOrigin && url.hostname !== TEAMS_HOST)) return null;
  const [, appId, entityId] = /^\/l\/entity\/([^/]+)\/([^/]+)\/?$/.exec(url.pathname) ?? [];
  if (appId === undefined || entityId === undefined) return null;
  const context = url.searchParams.get('context');
  const page = context === null ? '' : pageOf(context);
  return page === null
    ? null
    : { appId: decodeURIComponent(appId), entityId: decodeURIComponent(entityId), page };
}

function pageOf(context: string): string | null {
  try {
    const parsed: unknown = JSON.parse(context);
    if (typeof parsed !== 'object' || parsed === null) return null;
    const page = 'subEntityId' in parsed ? parsed.subEntityId : 'subPageId' in parsed ? parsed.subPageId : '';
    return typeof page === 'string' ? page : '';
  } catch {
    return null;
  }
}

/** The link that a tab shares to one of its pages. */
export function writeDeepLink(link: DeepLink, label: string, ownOrigin: string): string {
  const query = new URLSearchParams({ label, context: JSON.stringify({ subEntityId: link.page }) });
  return `${ownOrigin}/l/entity/${encodeURIComponent(link.appId)}/${encodeURIComponent(link.entityId)}?${query.toString()}`;
}
