import { type GraphAnswer, type GraphCall, json } from './graph-call.ts';
import { invalidRequest, notFound, notInStandIn } from './graph-refusal.ts';
import { itemShaper } from './item-shape.ts';
import type { ListState } from './list-state.ts';
import { linkTo, skipTokenAfter, startOf } from './paging.ts';
import { itemQuery } from './query-options.ts';
import type { SiteState } from './tenant-state.ts';
import type { TenantItem } from './tenant-content.ts';

/** GET …/items: a page of rows, and a link to the next where there are more. */
export function listItems(call: GraphCall, site: SiteState, list: ListState): GraphAnswer {
  const query = itemQuery(call.query);
  if (query.token !== null) throw invalidRequest('A token belongs to delta');
  const matches = query.filter === null ? null : rowFilter(list, query.filter, call.prefer);
  const { mangle, repeatRows, change } = call.faults.meetPage(list.list.id);
  if (change !== null) call.state.apply(change);
  const start = startOf(query.skipToken);
  const from = repeatRows > 0 ? list.idBefore(start, repeatRows) : start;
  const rows = takeRows(list, from, query.pageSize + 1, matches);
  const page = rows.slice(0, query.pageSize);
  const last = page.at(-1);
  const more = rows.length > query.pageSize && last !== undefined;
  return {
    ...json({
      '@odata.context': `${call.root}/$metadata#sites('${encodeURIComponent(site.site.id)}')/lists('${list.list.id}')/items`,
      ...(more && {
        '@odata.nextLink': linkTo(
          call.root,
          call.path,
          query.carriedOn,
          '$skiptoken',
          skipTokenAfter(Number(last.id)),
        ),
      }),
      value: page.map(itemShaper(site, list, query)),
    }),
    mangle,
  };
}

/** GET …/items/{id}: fields come along even when not expanded, as SharePoint's do. */
export function oneItem(call: GraphCall, site: SiteState, list: ListState, id: string): GraphAnswer {
  const query = itemQuery(call.query);
  const row = /^\d+$/.test(id) ? list.row(Number(id)) : null;
  if (row === null) throw notFound('item');
  const fields = query.fields === 'none' && query.properties === null ? 'all' : query.fields;
  return json(itemShaper(site, list, { properties: query.properties, fields })(row));
}

type RowTest = (row: TenantItem) => boolean;

function takeRows(
  list: ListState,
  afterId: number,
  count: number,
  matches: RowTest | null,
): readonly TenantItem[] {
  if (matches === null) return list.rowsAfter(afterId, count);
  const taken: TenantItem[] = [];
  for (let after = afterId; taken.length < count;) {
    const chunk = list.rowsAfter(after, 1000);
    taken.push(...chunk.filter(matches));
    const last = chunk.at(-1);
    if (last === undefined) break;
    after = Number(last.id);
  }
  return taken.slice(0, count);
}

/** `fields/Column eq value`: on an indexed column, or on any with the header that admits that it may fail. */
function rowFilter(list: ListState, filter: string, prefer: string): RowTest {
  const match = /^fields\/(\w+)\s+eq\s+(?:'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?))$/.exec(filter.trim());
  const name = match?.[1];
  if (match === null || name === undefined) throw notInStandIn(`$filter=${filter}`);
  const column = list.columns().find((candidate) => candidate.name === name.replace(/LookupId$/, ''));
  if (column === undefined) throw invalidRequest(`Field '${name}' is not recognized`);
  if (column.indexed !== true && !prefer.includes('HonorNonIndexedQueriesWarningMayFailRandomly')) {
    throw invalidRequest(
      `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. The header 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' allows it, but such queries may fail on large lists.`,
    );
  }
  const wanted = match[2]?.replaceAll("''", "'") ?? match[3] ?? '';
  // Compared as text: SharePoint takes both `'2025'` and `2025` for a number column.
  return (row) => asText(row.fields[name]) === wanted;
}

const asText = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
