import { sendNotice } from './activity-notices.ts';
import { postMessage } from './channel-messages.ts';
import { itemsDelta } from './delta.ts';
import { createList } from './create-list.ts';
import {
  contentAddress,
  driveChildren,
  oneDrive,
  oneDriveItem,
  rootChildren,
  siteDrives,
  siteOfDrive,
} from './drive.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { GraphRefusal, notInStandIn } from './graph-refusal.ts';
import { listItems, oneItem } from './list-items.ts';
import { listColumns, oneList, oneSite, searchSites, siteLists } from './sites-and-lists.ts';
import {
  allSubscriptions,
  createSubscription,
  removeSubscription,
  renewSubscription,
} from './subscription-routes.ts';
import type { SiteState } from './tenant-state.ts';

/** A path below /v1.0 with named parts, what a call costs in resource units, and who answers it. */
interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly pattern: RegExp;
  readonly resourceUnits: (query: URLSearchParams) => number;
  readonly answer: (call: GraphCall, part: (name: string) => string) => GraphAnswer | Promise<GraphAnswer>;
}

/** SharePoint's price list for calls through Graph: one thing 1, many things 2, delta that has a token 1. */
const ONE = (): number => 1;
const MANY = (): number => 2;
/** What is no content of SharePoint's. */
const NONE = (): number => 0;

/** In SharePoint whoever asks for a site that is not granted hears so before anything else about it. */
function grantedSite(call: GraphCall, id: string): SiteState {
  const site = call.state.site(id);
  if (call.faults.isForbidden(site.site.id, call.actor))
    throw new GraphRefusal(403, 'accessDenied', 'Access denied');
  return site;
}

const route = (
  pattern: string,
  resourceUnits: Route['resourceUnits'],
  answer: Route['answer'],
  method: Route['method'] = 'GET',
): Route => ({
  method,
  pattern: new RegExp(`^${pattern.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  resourceUnits,
  answer,
});

const ROUTES: readonly Route[] = [
  route('/subscriptions', NONE, allSubscriptions),
  route('/subscriptions', NONE, createSubscription, 'POST'),
  route(
    '/subscriptions/{subscription}',
    NONE,
    (call, part) => renewSubscription(call, part('subscription')),
    'PATCH',
  ),
  route(
    '/subscriptions/{subscription}',
    NONE,
    (call, part) => removeSubscription(call, part('subscription')),
    'DELETE',
  ),
  route('/sites', MANY, searchSites),
  route('/sites/{site}', ONE, (call, part) => oneSite(call, grantedSite(call, part('site')))),
  route('/sites/{site}/lists', MANY, (call, part) => siteLists(call, grantedSite(call, part('site')))),
  route(
    '/sites/{site}/lists',
    MANY,
    (call, part) => createList(call, grantedSite(call, part('site'))),
    'POST',
  ),
  // With its columns it is one thing and many: the dearer of the two.
  route(
    '/sites/{site}/lists/{list}',
    (query) => (query.has('$expand') ? MANY() : ONE()),
    (call, part) => {
      const site = grantedSite(call, part('site'));
      return oneList(call, site, site.list(part('list')));
    },
  ),
  route('/sites/{site}/lists/{list}/columns', MANY, (call, part) =>
    listColumns(call, grantedSite(call, part('site')).list(part('list'))),
  ),
  route('/sites/{site}/lists/{list}/items', MANY, (call, part) => {
    const site = grantedSite(call, part('site'));
    return listItems(call, site, site.list(part('list')));
  }),
  route(
    '/sites/{site}/lists/{list}/items/delta(?:\\(\\))?',
    (query) => (query.get('token') === null ? 2 : 1),
    (call, part) => {
      const site = grantedSite(call, part('site'));
      return itemsDelta(call, site, site.list(part('list')));
    },
  ),
  route('/sites/{site}/lists/{list}/items/{item}', ONE, (call, part) => {
    const site = grantedSite(call, part('site'));
    return oneItem(call, site, site.list(part('list')), part('item'));
  }),
  route('/sites/{site}/drives', MANY, (call, part) => siteDrives(call, grantedSite(call, part('site')))),
  route('/drives/{drive}/root/children', MANY, (call, part) =>
    driveChildren(call, grantedDrive(call, part('drive')), null),
  ),
  route('/drives/{drive}/items/{item}/children', MANY, (call, part) =>
    driveChildren(call, grantedDrive(call, part('drive')), part('item')),
  ),
  route('/sites/{site}/drive', ONE, (call, part) => oneDrive(grantedSite(call, part('site')))),
  route('/sites/{site}/drive/root/children', MANY, (call, part) =>
    rootChildren(call, grantedSite(call, part('site'))),
  ),
  route('/sites/{site}/drive/items/{item}', ONE, (call, part) =>
    oneDriveItem(grantedSite(call, part('site')), part('item')),
  ),
  route('/sites/{site}/drive/items/{item}/content', ONE, (call, part) =>
    contentAddress(call, grantedSite(call, part('site')), part('item')),
  ),
  route('/drives/{drive}/items/{item}', ONE, (call, part) =>
    oneDriveItem(grantedDrive(call, part('drive')), part('item')),
  ),
  route('/drives/{drive}/items/{item}/content', ONE, (call, part) =>
    contentAddress(call, grantedDrive(call, part('drive')), part('item')),
  ),
  route(
    '/users/{user}/teamwork/sendActivityNotification',
    NONE,
    (call, part) => sendNotice(call, part('user')),
    'POST',
  ),
  route(
    '/teams/{team}/channels/{channel}/messages',
    NONE,
    (call, part) => postMessage(call, part('team'), part('channel')),
    'POST',
  ),
];

function grantedDrive(call: GraphCall, driveId: string): SiteState {
  return grantedSite(call, siteOfDrive(call.state, driveId).site.id);
}

export interface MatchedRoute {
  readonly resourceUnits: number;
  readonly answer: (call: GraphCall) => GraphAnswer | Promise<GraphAnswer>;
}

/** The route of a call. A path we do not know costs nothing and is refused by saying so. */
export function matchRoute(method: string, path: string, query: URLSearchParams): MatchedRoute {
  for (const candidate of ROUTES) {
    if (candidate.method !== method) continue;
    const parts = candidate.pattern.exec(path);
    if (parts === null) continue;
    return {
      resourceUnits: candidate.resourceUnits(query),
      answer: (call) => candidate.answer(call, (name) => parts.groups?.[name] ?? ''),
    };
  }
  return {
    resourceUnits: 0,
    answer: () => {
      throw notInStandIn(`${method} ${path}`);
    },
  };
}
