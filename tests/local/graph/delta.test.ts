import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type RunningGraph, startGraph } from './running-graph.ts';
import { ANSWER_COUNT, ANSWERS_LIST_ID as listId, SITE_ID } from './small-tenant.ts';

interface DeltaItem {
  readonly id: string;
  readonly deleted?: { readonly state: string };
  readonly fields?: Readonly<Record<string, unknown>>;
}
interface DeltaPage {
  readonly value: readonly DeltaItem[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

let graph: RunningGraph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());
beforeEach(() => graph.control.reset());

const path = `/sites/${SITE_ID}/lists/${listId}/items/delta`;

async function readAll(address: string): Promise<{ items: DeltaItem[]; link: string }> {
  const items: DeltaItem[] = [];
  let next: string | undefined = address;
  let link = '';
  while (next !== undefined) {
    const page = (await graph.client.api(next).get()) as DeltaPage;
    items.push(...page.value);
    next = page['@odata.nextLink'];
    link = page['@odata.deltaLink'] ?? link;
  }
  return { items, link };
}

it('gives every row, then only what has changed since, each row once as it is now', async () => {
  const first = await readAll(`${path}?$select=id&$expand=fields($select=Svar)`);
  expect(first.items).toHaveLength(ANSWER_COUNT);

  graph.control.change({ kind: 'change-row', listId, rowId: '3', fields: { Svar: '1' } });
  graph.control.change({ kind: 'change-row', listId, rowId: '3', fields: { Svar: '5' } });
  graph.control.change({ kind: 'delete-row', listId, rowId: '4' });
  graph.control.change({ kind: 'add-row', listId, fields: { Svar: '2' } });
  const second = await readAll(first.link);
  expect(second.items.map(({ id, deleted, fields }) => [id, deleted?.state, fields?.['Svar']])).toEqual([
    ['3', undefined, '5'],
    ['4', 'deleted', undefined],
    ['451', undefined, '2'],
  ]);

  expect((await readAll(second.link)).items).toEqual([]);
});

it('tells next time of a change made while everything was being read', async () => {
  const page = (await graph.client.api(`${path}?$select=id`).get()) as DeltaPage;
  graph.control.change({ kind: 'change-row', listId, rowId: '1', fields: { Svar: '5' } });
  const rest = await readAll(page['@odata.nextLink'] ?? '');
  const later = await readAll(rest.link);
  expect(later.items.map(({ id }) => id)).toEqual(['1']);
});

it('with token=latest gives no row, only a link from now on', async () => {
  const { items, link } = await readAll(`${path}?token=latest`);
  expect(items).toEqual([]);
  graph.control.change({ kind: 'delete-row', listId, rowId: '9' });
  expect((await readAll(link)).items).toEqual([{ id: '9', deleted: { state: 'deleted' } }]);
});

it('answers 410 with the address of a new beginning when a token has expired', async () => {
  const { link } = await readAll(`${path}?$select=id&token=latest`);
  graph.control.provoke({ kind: 'expire-delta-tokens' });
  const answer = await fetch(link, { headers: { Authorization: 'Bearer any' } });
  expect(answer.status).toBe(410);
  const again = answer.headers.get('location') ?? '';
  expect(again).toContain('select=id');
  expect((await readAll(again)).items).toHaveLength(ANSWER_COUNT);
});

it('costs two units without a token and one with', async () => {
  const { link } = await readAll(`${path}?$select=id&$top=5000`);
  expect(graph.control.resourceUnits()).toBe(2);
  await readAll(link);
  expect(graph.control.resourceUnits()).toBe(3);
});

it('refuses a token that Graph never gave', async () => {
  expect((await graph.get(`${path}?token=hittepå`)).status).toBe(400);
});
