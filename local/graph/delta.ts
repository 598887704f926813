import { type GraphAnswer, type GraphCall, json } from './graph-call.ts';
import { GraphRefusal, invalidRequest } from './graph-refusal.ts';
import { type ItemJson, itemShaper } from './item-shape.ts';
import type { ListState, RowChange } from './list-state.ts';
import { linkTo } from './paging.ts';
import { itemQuery, type ItemQuery } from './query-options.ts';
import type { SiteState } from './tenant-state.ts';

/** What a delta token remembers. */
interface DeltaToken {
  /** Tokens of an earlier age have expired. */
  readonly age: number;
  /** Changes already told of (while enumerating: at its beginning, so that changes made meanwhile come next time). */
  readonly told: number;
  /** Enumerating everything: the row id to go on after. Null: telling of changes. */
  readonly after: number | null;
}

/**
 * GET …/items/delta. Without a token: every row, page by page, and on the last page a delta link. With the token of
 * a delta link: the rows changed since, each once, deleted ones marked. `token=latest`: only the link. An expired token: 410
 * with the address of a new beginning.
 */
export function itemsDelta(call: GraphCall, site: SiteState, list: ListState): GraphAnswer {
  const query = itemQuery(call.query);
  const age = call.faults.deltaAge();
  if (query.token === 'latest')
    return page(call, query, [], { kind: 'delta', token: { age, told: list.changeCount(), after: null } });

  const token: DeltaToken =
    query.token === null ? { age, told: list.changeCount(), after: 0 } : readToken(query.token);
  if (token.age !== age) {
    throw new GraphRefusal(410, 'resyncChangesApplyDifferences', 'Resync required. The token has expired.', {
      Location: `${call.root}${encodeURI(call.path)}?${query.carriedOn.toString()}`.replace(/\?$/, ''),
    });
  }
  const { mangle, repeatRows, change } = call.faults.meetPage(list.list.id);
  if (change !== null) call.state.apply(change);
  const shape = itemShaper(site, list, query);
  if (token.after === null) {
    const changes = list.changesSince(token.told).map((change) => shapeChange(change, shape));
    const link = { kind: 'delta', token: { age, told: list.changeCount(), after: null } } as const;
    return { ...page(call, query, changes, link), mangle };
  }
  const from = repeatRows > 0 ? list.idBefore(token.after, repeatRows) : token.after;
  const rows = list.rowsAfter(from, query.pageSize + 1);
  const taken = rows.slice(0, query.pageSize);
  const last = taken.at(-1);
  const link =
    rows.length > query.pageSize && last !== undefined
      ? ({ kind: 'next', token: { ...token, after: Number(last.id) } } as const)
      : ({ kind: 'delta', token: { ...token, after: null } } as const);
  return { ...page(call, query, taken.map(shape), link), mangle };
}

function shapeChange(change: RowChange, shape: ReturnType<typeof itemShaper>): ItemJson {
  return change.row === null ? { id: change.id, deleted: { state: 'deleted' } } : shape(change.row);
}

function page(
  call: GraphCall,
  query: ItemQuery,
  value: readonly ItemJson[],
  link: { readonly kind: 'next' | 'delta'; readonly token: DeltaToken },
): GraphAnswer {
  const address = linkTo(call.root, call.path, query.carriedOn, 'token', writeToken(link.token));
  return json({
    '@odata.context': `${call.root}/$metadata#Collection(listItem)`,
    [link.kind === 'next' ? '@odata.nextLink' : '@odata.deltaLink']: address,
    value,
  });
}

const writeToken = ({ age, told, after }: DeltaToken): string =>
  Buffer.from(`${age};${told};${after ?? ''}`).toString('base64url');

function readToken(text: string): DeltaToken {
  const match = /^(\d+);(\d+);(\d*)$/.exec(Buffer.from(text, 'base64url').toString());
  if (match === null) throw invalidRequest('The provided delta token is not valid');
  return {
    age: Number(match[1]),
    told: Number(match[2]),
    after: match[3] === '' ? null : Number(match[3]),
  };
}
