import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { ANSWER_CHOICES } from '../../../local/sample-tenant/declared/survey.ts';
import { SURVEY_COLUMNS } from '../../../local/sample-tenant/names.ts';
import { createSampleTenant } from '../../../local/sample-tenant/sample-tenant.ts';
import { SURVEY_LIST_ID } from './survey-of-any-size.ts';

/**
 * A process that serves a survey of any size as Graph does, from pages made before the first call:
 * `page-server.ts ROWS KEY CERTIFICATE`. Tells its parent the address.
 */
const [rowsText = '', keyFile = '', certificateFile = ''] = process.argv.slice(2);
const ROWS = Number(rowsText);
/** Below /warm instead of /v1.0 the same survey is short, for a first round that is not measured. */
const WARM_ROWS = 20_000;
const lists = new Map(
  createSampleTenant().sites.flatMap(({ lists: of }) => of.map((list) => [list.id, list])),
);
const pages = new Map<string, Buffer>();
/** Every list has it. */
const TITLE = { name: 'Title', displayName: 'Rubrik', text: {} };

/** Rows after `after`, with what Graph adds to each, and the link to the next page where there are more. */
function page(root: string, listId: string, after: number, size: number): Buffer {
  const key = `${root} ${listId} ${after} ${size}`;
  const made = pages.get(key);
  if (made) return made;
  const items = lists.get(listId)?.items;
  const surveyRows = root.endsWith('/warm') ? WARM_ROWS : ROWS;
  const count = listId === SURVEY_LIST_ID ? surveyRows : (items?.itemCount ?? 0);
  const value = Array.from({ length: Math.min(size, count - after) }, (_, index) => {
    const id = after + index + 1;
    const eTag = `"${id.toString(16).padStart(8, '0')}-5e1f-4c2a-9b7d-000000000001,1"`;
    const fields = listId === SURVEY_LIST_ID ? answerOf(id) : (items?.itemAt(id - 1).fields ?? {});
    return { '@odata.etag': eTag, id: String(id), fields: { '@odata.etag': eTag, ...fields } };
  });
  const next = after + size < count && {
    '@odata.nextLink': `${root}/sites/s/lists/${listId}/items?after=${after + size}&$top=${size}`,
  };
  const body = Buffer.from(JSON.stringify({ '@odata.context': `${root}/$metadata#items`, ...next, value }));
  pages.set(key, body);
  return body;
}

/** An answer of row `id`: every choice and unit comes up, in no order that a machine could learn. */
function answerOf(id: number) {
  const mixed = Math.imul(id, 2_654_435_761) >>> 8;
  const choice = ANSWER_CHOICES[mixed % ANSWER_CHOICES.length];
  return { [SURVEY_COLUMNS.answer]: choice, [`${SURVEY_COLUMNS.unit}LookupId`]: String((mixed % 47) + 1) };
}

const server = createServer(
  { key: readFileSync(keyFile), cert: readFileSync(certificateFile) },
  (request, response) => {
    const root = rootOf((request.url ?? '').startsWith('/warm/') ? 'warm' : 'v1.0');
    const url = new URL(request.url ?? '/', root);
    const [, listId = '', part] = /\/lists\/([^/]+)(?:\/(\w+))?$/.exec(url.pathname) ?? [];
    const list = lists.get(listId);
    const body =
      part === 'items'
        ? page(
            root,
            listId,
            Number(url.searchParams.get('after') ?? 0),
            Number(url.searchParams.get('$top') ?? 200),
          )
        : Buffer.from(
            JSON.stringify({
              id: listId,
              displayName: list?.displayName,
              columns: [TITLE, ...(list?.columns ?? [])],
            }),
          );
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': body.byteLength })
      .end(body);
  },
);

const rootOf = (version: 'v1.0' | 'warm') =>
  `https://localhost:${(server.address() as AddressInfo).port}/${version}`;

server.listen(0, '127.0.0.1', () => {
  for (let after = 0; after < ROWS; after += 5000) page(rootOf('v1.0'), SURVEY_LIST_ID, after, 5000);
  process.send?.(rootOf('v1.0'));
});
