import { invalidRequest } from './graph-refusal.ts';

/**
 * Where a page begins. Callers must treat it as opaque, so it is encoded; it says what SharePoint's own says, so that
 * a developer who decodes one sees nothing strange.
 */
export function skipTokenAfter(id: number): string {
  return Buffer.from(`Paged=TRUE&p_ID=${id}`).toString('base64url');
}

/** The row id after which the page begins; 0 without a token. Throws a 400 refusal on a token that is not ours. */
export function startOf(skipToken: string | null): number {
  if (skipToken === null) return 0;
  const match = /^Paged=TRUE&p_ID=(\d+)$/.exec(Buffer.from(skipToken, 'base64url').toString());
  if (match === null) throw invalidRequest('Invalid request: the $skiptoken is not valid');
  return Number(match[1]);
}

/** An absolute link to this path with these options; option names keep their dollar sign readable. */
export function linkTo(
  root: string,
  path: string,
  options: URLSearchParams,
  name: string,
  value: string,
): string {
  const pairs = [...options, [name, value] as const].map(
    ([key, text]) => `${key}=${encodeURIComponent(text)}`,
  );
  return `${root}${encodeURI(path)}?${pairs.join('&')}`;
}
