import type { List, Site } from '@microsoft/microsoft-graph-types';
import { collection, type GraphAnswer, type GraphCall, json } from './graph-call.ts';
import { invalidRequest } from './graph-refusal.ts';
import type { ListState } from './list-state.ts';
import { equalsFilter, optionsOf } from './query-options.ts';
import type { SiteState } from './tenant-state.ts';

/** GET /sites?search=word: sites whose name, address or description has the word, without those we may not see. */
export function searchSites(call: GraphCall): GraphAnswer {
  const words = (optionsOf(call.query).get('$search') ?? '').toLowerCase().replaceAll('*', '').trim();
  const found = call.state.sites.filter(({ site }) => {
    const text = `${site.displayName} ${site.name} ${site.webUrl}`.toLowerCase();
    return !call.faults.isForbidden(site.id, call.actor) && text.includes(words);
  });
  return collection(
    call,
    found.map((site) => selected(call, siteJson(call, site))),
  );
}

export function oneSite(call: GraphCall, site: SiteState): GraphAnswer {
  return json(selected(call, siteJson(call, site)));
}

/** GET …/lists, with `$filter=displayName eq 'X'`. */
export function siteLists(call: GraphCall, site: SiteState): GraphAnswer {
  const name = equalsFilter(optionsOf(call.query).get('$filter'), 'displayName');
  const found = site.lists().filter((list) => name === null || list.displayName() === name);
  return collection(
    call,
    found.map((list) => selected(call, listJson(site, list))),
  );
}

export function oneList(call: GraphCall, site: SiteState, list: ListState): GraphAnswer {
  const expanded = optionsOf(call.query).get('$expand');
  if (expanded !== null && expanded !== 'columns') throw invalidRequest(`$expand=${expanded} of a list`);
  const whole = selected(call, listJson(site, list));
  return json(expanded === null ? whole : { ...whole, columns: list.columns() });
}

export function listColumns(call: GraphCall, list: ListState): GraphAnswer {
  return collection(
    call,
    list.columns().map((column) => selected(call, column)),
  );
}

function siteJson(call: GraphCall, { site }: SiteState): Site {
  return {
    id: site.id,
    name: site.name,
    displayName: site.displayName,
    webUrl: site.webUrl,
    createdDateTime: site.createdDateTime,
    lastModifiedDateTime: site.lastModifiedDateTime,
    siteCollection: { hostname: call.state.tenant.host },
    root: {},
  };
}

function listJson(site: SiteState, state: ListState): List {
  const { list } = state;
  return {
    id: list.id,
    name: list.name,
    displayName: state.displayName(),
    description: list.description,
    webUrl: list.webUrl,
    eTag: `"${list.id},${state.changeCount() + 1}"`,
    createdDateTime: list.createdDateTime,
    // A list is as new as its newest row, and the stand-in's clock is this machine's.
    lastModifiedDateTime: state.lastChangedAt() ?? list.lastModifiedDateTime,
    parentReference: { siteId: site.site.id },
    list: { contentTypesEnabled: false, hidden: false, template: 'genericList' },
  };
}

/** `$select` on something that is not an item: the named properties only. */
function selected(call: GraphCall, whole: object): object {
  const select = optionsOf(call.query).get('$select');
  if (select === null) return whole;
  const wanted = new Set(select.split(',').map((name) => name.trim()));
  return Object.fromEntries(Object.entries(whole).filter(([name]) => wanted.has(name)));
}
