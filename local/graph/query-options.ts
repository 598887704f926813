import { invalidRequest, notInStandIn } from './graph-refusal.ts';

/** Which of an item's fields are asked for: none, all, or those named. */
export type FieldSelection = 'none' | 'all' | readonly string[];

/** What the query of a list-item request says, and the parts of it that a next link must carry on. */
export interface ItemQuery {
  /** Top-level properties asked for; null: all. */
  readonly properties: ReadonlySet<string> | null;
  readonly fields: FieldSelection;
  readonly pageSize: number;
  readonly filter: string | null;
  readonly skipToken: string | null;
  readonly token: string | null;
  /** Every option but the tokens, as given. */
  readonly carriedOn: URLSearchParams;
}

const DEFAULT_PAGE_SIZE = 200;
const MAXIMUM_PAGE_SIZE = 5000;
const KNOWN = new Set(['$select', '$expand', '$top', '$filter', '$skiptoken', 'token']);
/** Graph takes these with and without the dollar sign. */
const DOLLARED = new Set(['select', 'expand', 'top', 'filter', 'skiptoken', 'search']);

/** Options under Graph's own names: `top` and `$top` are the same. */
export function optionsOf(query: URLSearchParams): URLSearchParams {
  const options = new URLSearchParams();
  for (const [key, value] of query) options.append(DOLLARED.has(key) ? `$${key}` : key, value);
  return options;
}

/** Reads the options of an items or delta request; throws a 400 or 501 refusal. */
export function itemQuery(query: URLSearchParams): ItemQuery {
  const options = optionsOf(query);
  for (const key of options.keys()) if (!KNOWN.has(key)) throw notInStandIn(`the query option ${key} here`);
  const select = options.get('$select');
  const carriedOn = new URLSearchParams(options);
  carriedOn.delete('$skiptoken');
  carriedOn.delete('token');
  return {
    properties: select === null ? null : new Set(names(select)),
    fields: fieldSelection(options.get('$expand')),
    pageSize: pageSize(options.get('$top')),
    filter: options.get('$filter'),
    skipToken: options.get('$skiptoken'),
    token: options.get('token'),
    carriedOn,
  };
}

function fieldSelection(expand: string | null): FieldSelection {
  if (expand === null) return 'none';
  const match = /^fields(?:\(\$?select=([^()]*)\))?$/i.exec(expand.replaceAll(' ', ''));
  if (match === null) throw notInStandIn(`$expand=${expand}`);
  return match[1] === undefined ? 'all' : names(match[1]);
}

function pageSize(top: string | null): number {
  if (top === null) return DEFAULT_PAGE_SIZE;
  if (!/^\d+$/.test(top) || Number(top) === 0)
    throw invalidRequest(`The query option $top=${top} is not a count`);
  return Math.min(Number(top), MAXIMUM_PAGE_SIZE);
}

const names = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** The X of `property eq 'X'`, the one filter on lists that is served; null where there is no filter. */
export function equalsFilter(filter: string | null, property: string): string | null {
  if (filter === null) return null;
  const match = /^(\w+)\s+eq\s+'((?:[^']|'')*)'$/.exec(filter.trim());
  if (match?.[1] !== property || match[2] === undefined) throw notInStandIn(`$filter=${filter}`);
  return match[2].replaceAll("''", "'");
}
