import { formatRoute, parseRoute, type Route } from '../../lib/route.ts';

/** What Teams keeps about a configured tab. */
export interface TabConfig {
  readonly entityId: string;
  readonly contentUrl: string;
  readonly websiteUrl: string;
  readonly suggestedDisplayName: string;
}

/** The configuration that opens a route. The same route has the same entity, so that links find the tab. */
export function tabConfigOf(route: Route, tabUrl: string, name: string): TabConfig {
  const contentUrl = `${tabUrl}#/${formatRoute(route)}`;
  return { entityId: formatRoute(route), contentUrl, websiteUrl: contentUrl, suggestedDisplayName: name };
}

/** The route that a tab was configured with, from its address; the start where there is none yet. */
export function routeOfConfig(contentUrl: string | undefined): Route {
  return parseRoute(contentUrl?.split('#')[1] ?? '');
}
