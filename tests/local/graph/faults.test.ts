import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningGraph, startGraph } from './running-graph.ts';
import { ANSWERS_LIST_ID as listId, SITE_ID, UNITS_LIST_ID } from './small-tenant.ts';

let graph: RunningGraph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());
beforeEach(() => graph.control.reset());

const listPath = `/sites/${SITE_ID}/lists/${listId}`;
const rowsPath = `${listPath}/items?$select=id&$expand=fields($select=Svar)&$top=100`;

interface Page {
  readonly value: readonly { readonly id: string; readonly fields: Readonly<Record<string, unknown>> }[];
  readonly '@odata.nextLink'?: string;
}
const page = async (path: string): Promise<Page> => (await graph.get(path)).json() as Promise<Page>;
const nextOf = (from: Page): string => (from['@odata.nextLink'] ?? '').slice(graph.baseUrl.length);

describe('faults', () => {
  it('throttle the next calls, say how long to wait, and count them too', async () => {
    graph.control.provoke({ kind: 'throttle', calls: 2, retryAfterSeconds: 7 });
    const statuses = [];
    for (let call = 0; call < 3; call += 1) {
      const answer = await graph.get(listPath);
      statuses.push([answer.status, answer.headers.get('retry-after')]);
    }
    expect(statuses).toEqual([
      [429, '7'],
      [429, '7'],
      [200, null],
    ]);
    expect(graph.control.resourceUnits()).toBe(3);
  });

  it('fail only the calls whose path they name', async () => {
    graph.control.provoke({ kind: 'fail', status: 503, path: '/columns' });
    expect((await graph.get(listPath)).status).toBe(200);
    const failed = await graph.get(`${listPath}/columns`);
    expect(failed.status).toBe(503);
    expect(await failed.json()).toMatchObject({ error: { code: 'serviceNotAvailable' } });
    expect((await graph.get(`${listPath}/columns`)).status).toBe(200);
  });

  it('delay a call and then serve it', async () => {
    graph.control.provoke({ kind: 'delay', delayMs: 30 });
    const before = performance.now();
    expect((await graph.get(listPath)).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThanOrEqual(29);
  });

  it('break off the second page in the middle of its body', async () => {
    graph.control.provoke({ kind: 'break-off', page: 2, listId });
    const first = await page(rowsPath);
    const second = await graph.get(nextOf(first));
    expect(second.status).toBe(200);
    await expect(second.text()).rejects.toThrow('terminated');
    expect((await page(nextOf(first))).value).toHaveLength(100);
  });

  it('send a page that is no JSON', async () => {
    graph.control.provoke({ kind: 'malformed', page: 1 });
    const answer = await graph.get(rowsPath);
    expect(answer.headers.get('content-type')).toContain('application/json');
    await expect(answer.json()).rejects.toThrow(SyntaxError);
  });

  it('repeat the end of a page at the beginning of the next', async () => {
    graph.control.provoke({ kind: 'repeat-rows', page: 2, rows: 3 });
    const first = await page(rowsPath);
    const second = await page(nextOf(first));
    expect(second.value.slice(0, 4).map(({ id }) => id)).toEqual(['98', '99', '100', '101']);
  });

  it('tell near the limit how little is left, and throttle above it', async () => {
    graph.control.provoke({ kind: 'limit', resourceUnitsPerMinute: 10 });
    const told = [];
    for (let call = 0; call < 6; call += 1) {
      const answer = await graph.get(`${listPath}/columns`);
      told.push([answer.status, answer.headers.get('ratelimit-remaining')]);
    }
    expect(told).toEqual([
      [200, null],
      [200, null],
      [200, null],
      [200, '2'],
      [200, '0'],
      [429, '0'],
    ]);
  });
});

describe('changes', () => {
  it('take a list away, so that it is not found', async () => {
    graph.control.change({ kind: 'remove-list', listId });
    expect((await graph.get(`${listPath}/items`)).status).toBe(404);
    expect((await page(`/sites/${SITE_ID}/lists`)).value).toHaveLength(2);
  });

  it('rename a list: found by its new name and its old id', async () => {
    graph.control.change({ kind: 'rename-list', listId, displayName: 'Svar 2025' });
    expect((await graph.get(`/sites/${SITE_ID}/lists/Svar 2025`)).status).toBe(200);
    expect((await graph.get(`/sites/${SITE_ID}/lists/Medarbetarsvar`)).status).toBe(404);
    expect((await graph.get(listPath)).status).toBe(200);
  });

  it('take a column away: neither its definition nor its values come', async () => {
    graph.control.change({ kind: 'remove-column', listId, column: 'Enhet' });
    const columns = (await (await graph.get(`${listPath}/columns`)).json()) as {
      value: readonly { name: string }[];
    };
    expect(columns.value.map(({ name }) => name)).not.toContain('Enhet');
    const rows = await page(`${listPath}/items?$expand=fields($select=Svar,EnhetLookupId)&$top=1`);
    expect(rows.value[0]?.fields).not.toHaveProperty('EnhetLookupId');
  });

  it('rename a column: the shown name alone leaves rows as they are, a new internal name moves its values', async () => {
    graph.control.change({ kind: 'rename-column', listId, column: 'Svar', displayName: 'Omdöme' });
    expect((await page(rowsPath)).value[0]?.fields).toMatchObject({ Svar: '1' });
    graph.control.change({ kind: 'rename-column', listId, column: 'Svar', name: 'Svar0' });
    expect((await page(rowsPath)).value[0]?.fields).not.toHaveProperty('Svar');
    const renamed = await page(`${listPath}/items?$expand=fields($select=Svar0)&$top=1`);
    expect(renamed.value[0]?.fields).toMatchObject({ Svar0: '1' });
  });

  it('change, add and delete rows, with a new eTag and time on what was changed', async () => {
    graph.control.change({
      kind: 'change-row',
      listId: UNITS_LIST_ID,
      rowId: '1',
      fields: { Title: 'Linden' },
    });
    graph.control.change({ kind: 'delete-row', listId: UNITS_LIST_ID, rowId: '2' });
    graph.control.change({ kind: 'add-row', listId: UNITS_LIST_ID, fields: { Title: 'Biblioteket' } });
    const rows = await page(`/sites/${SITE_ID}/lists/${UNITS_LIST_ID}/items?$expand=fields($select=Title)`);
    expect(rows.value.map(({ id, fields }) => [id, fields['Title']])).toEqual([
      ['1', 'Linden'],
      ['3', 'Biblioteket'],
    ]);
    expect(rows.value[0]).toMatchObject({ eTag: `"${UNITS_LIST_ID},2"` });
    expect(rows.value[0]).not.toMatchObject({ lastModifiedDateTime: '2025-01-15T08:00:00Z' });
  });
});

describe('control over HTTP', () => {
  const post = (body: unknown, contentType = 'application/json') =>
    fetch(new URL('/_control', graph.baseUrl), {
      method: 'POST',
      headers: { 'Content-Type': contentType },
      body: JSON.stringify(body),
    });

  it('provokes, changes, resets and shows the record', async () => {
    expect((await post({ provoke: { kind: 'fail', status: 500 } })).status).toBe(200);
    expect((await graph.get(listPath)).status).toBe(500);
    expect((await post({ change: { kind: 'remove-list', listId } })).status).toBe(200);
    expect((await graph.get(listPath)).status).toBe(404);
    const record: unknown = await (await fetch(new URL('/_control', graph.baseUrl))).json();
    expect(record).toMatchObject({ calls: [{ status: 500 }, { status: 404 }], resourceUnits: 2 });
    expect((await post({ reset: true })).status).toBe(200);
    expect((await graph.get(listPath)).status).toBe(200);
  });

  it('refuses what it does not know, and anything a web page could post unasked', async () => {
    expect((await post({ provoke: { kind: 'brand' } })).status).toBe(400);
    expect((await post({ change: { kind: 'remove-list', listId: 'saknas' } })).status).toBe(404);
    expect((await post({ reset: true }, 'text/plain')).status).toBe(415);
  });
});
