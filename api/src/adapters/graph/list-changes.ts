import type { ListRow } from '#core/result/intake.ts';
import { ProblemError } from '../../app/errors.ts';
import { RESYNC, type GraphAccess } from './graph-access.ts';
import type { GraphPlace } from './graph-failure.ts';

/** A row that was added or changed, or null for one that was deleted. */
export interface RowChange {
  readonly id: string;
  readonly row: ListRow | null;
}

export type ChangePage =
  | { readonly kind: 'changes'; readonly changes: readonly RowChange[]; readonly deltaLink: string | null }
  /** The link has expired: what is kept must be thrown away, and every row comes again. */
  | { readonly kind: 'restart' };

/**
 * What has changed since a delta link, page by page; without a link every row. The last page has the next link. A link
 * that has expired gives one `restart`, and then every row.
 *
 * @param first the address to begin with where there is no link, or it has expired
 */
export async function* listChanges(
  graph: GraphAccess,
  place: GraphPlace,
  first: string,
  link: string | null,
): AsyncGenerator<ChangePage> {
  let address: string | null = link ?? first;
  let mayRestart = true;
  while (address !== null) {
    const isFirstRead: boolean = address === first;
    const body = await graph.changes(address, place, isFirstRead ? 2 : 1);
    if (body === RESYNC) {
      // A beginning that is refused as well would go on for ever.
      if (!mayRestart) throw new ProblemError('graph-unavailable', place.values);
      mayRestart = false;
      address = first;
      yield { kind: 'restart' };
      continue;
    }
    const page = changePage(body, place);
    yield { kind: 'changes', changes: page.changes, deltaLink: page.deltaLink };
    address = page.nextLink;
  }
}

function changePage(body: unknown, { values }: GraphPlace) {
  const page = (body ?? {}) as Readonly<Record<string, unknown>>;
  const [nextLink, deltaLink] = [page['@odata.nextLink'], page['@odata.deltaLink']];
  const { value } = page;
  const isWhole = typeof nextLink === 'string' || typeof deltaLink === 'string';
  if (!Array.isArray(value) || !isWhole) throw new ProblemError('graph-broken-answer', values);
  return {
    changes: value.map((item) => rowChange(item, values)),
    nextLink: typeof nextLink === 'string' ? nextLink : null,
    deltaLink: typeof deltaLink === 'string' ? deltaLink : null,
  };
}

function rowChange(item: unknown, values: GraphPlace['values']): RowChange {
  const { id, deleted, fields } = (item ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string') throw new ProblemError('graph-broken-answer', values);
  if (deleted !== undefined && deleted !== null) return { id, row: null };
  const known = typeof fields === 'object' && fields !== null ? (fields as ListRow['fields']) : {};
  return { id, row: { id, fields: known } };
}
