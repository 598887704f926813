import type { ColumnDefinition, List, ListItem, Site } from '@microsoft/microsoft-graph-types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningGraph, startGraph } from './running-graph.ts';
import {
  ALICE,
  ANSWER_COUNT,
  ANSWERS_LIST_ID,
  BIG_LIST_ID,
  SECRET_SITE_ID,
  SITE_ID,
  UNITS_LIST_ID,
} from './small-tenant.ts';

interface Page<Row> {
  readonly value: readonly Row[];
  readonly '@odata.nextLink'?: string;
}
type Item = ListItem & { readonly fields: Readonly<Record<string, unknown>> };

let graph: RunningGraph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());
beforeEach(() => graph.control.reset());

const itemsPath = `/sites/${SITE_ID}/lists/${ANSWERS_LIST_ID}/items`;

describe('sites and lists', () => {
  it('finds a site by a word of its name, and only those the app may see', async () => {
    const found = (await graph.client.api('/sites').query({ search: 'digital' }).get()) as Page<Site>;
    expect(found.value.map(({ id }) => id)).toEqual([SITE_ID]);
  });

  it('gives a site by its id and by its address', async () => {
    const byId = (await graph.client.api(`/sites/${SITE_ID}`).get()) as Site;
    const byAddress = (await graph.client.api('/sites/smaby.sharepoint.com:/sites/digitalt').get()) as Site;
    expect(byAddress).toEqual(byId);
    expect(byId).toMatchObject({ name: 'digitalt', displayName: 'Digital utveckling' });
  });

  it('gives lists, one by its shown name, and one by id or name', async () => {
    const all = (await graph.client.api(`/sites/${SITE_ID}/lists`).get()) as Page<List>;
    expect(all.value.map(({ displayName }) => displayName)).toEqual([
      'Enheter',
      'Medarbetarsvar',
      'Stor lista',
    ]);
    const filtered = (await graph.client
      .api(`/sites/${SITE_ID}/lists`)
      .filter("displayName eq 'Medarbetarsvar'")
      .select(['id', 'displayName'])
      .get()) as Page<List>;
    expect(filtered.value).toEqual([{ id: ANSWERS_LIST_ID, displayName: 'Medarbetarsvar' }]);
    const byName = (await graph.client.api(`/sites/${SITE_ID}/lists/Enheter`).get()) as List;
    expect(byName.id).toBe(UNITS_LIST_ID);
  });

  it('gives the list’s own columns with their facets, and the ones every list has', async () => {
    const columns = (await graph.client
      .api(`/sites/${SITE_ID}/lists/${ANSWERS_LIST_ID}/columns`)
      .get()) as Page<ColumnDefinition>;
    const byName = new Map(columns.value.map((column) => [column.name, column]));
    expect(byName.get('F_x00f6_rv_x00e4_ntat')).toMatchObject({
      displayName: 'Förväntat',
      number: { displayAs: 'percentage' },
    });
    expect(byName.get('Enhet')).toMatchObject({ indexed: true, lookup: { listId: UNITS_LIST_ID } });
    expect([...byName.keys()]).toEqual(expect.arrayContaining(['Title', 'Created', 'Author', 'Modified']));
  });
});

describe('list items', () => {
  it('come 200 a page unless asked otherwise, each row once, to the last', async () => {
    const ids: string[] = [];
    const sizes: number[] = [];
    let next: string | undefined = `${itemsPath}?$select=id&$expand=fields($select=Svar)`;
    while (next !== undefined) {
      const page = (await graph.client.api(next).get()) as Page<Item>;
      ids.push(...page.value.map(({ id }) => id ?? ''));
      sizes.push(page.value.length);
      next = page['@odata.nextLink'];
    }
    expect(sizes).toEqual([200, 200, 50]);
    expect(ids).toEqual(Array.from({ length: ANSWER_COUNT }, (_, index) => String(index + 1)));
    expect(graph.control.resourceUnits()).toBe(6);
  });

  it('never come more than 5,000 a page', async () => {
    const page = (await graph.client
      .api(`/sites/${SITE_ID}/lists/${BIG_LIST_ID}/items`)
      .top(10_000)
      .select('id')
      .get()) as Page<Item>;
    expect(page.value).toHaveLength(5000);
    expect(page.value.at(-1)?.id).toBe(String(4999 * 3 + 2));
    const second = (await graph.client.api(page['@odata.nextLink'] ?? '').get()) as Page<Item>;
    expect(second.value[0]?.id).toBe(String(5000 * 3 + 2));
  });

  it('tell who wrote them unless only named properties are asked for', async () => {
    const open = (await graph.client.api(itemsPath).top(1).get()) as Page<Item>;
    expect(open.value[0]?.createdBy?.user).toMatchObject({ displayName: ALICE.displayName });
    expect(open.value[0]).not.toHaveProperty('fields');
    const narrow = (await graph.client
      .api(itemsPath)
      .top(1)
      .select('id')
      .expand('fields($select=Svar,EnhetLookupId)')
      .get()) as Page<Item>;
    expect(narrow.value[0]).toEqual({
      '@odata.etag': expect.any(String) as string,
      id: '1',
      fields: { '@odata.etag': expect.any(String) as string, Svar: '1', EnhetLookupId: '1' },
    });
    expect(JSON.stringify(narrow)).not.toContain(ALICE.displayName);
  });

  it('carry system fields and the author when fields are expanded without a selection', async () => {
    const page = (await graph.client.api(itemsPath).top(1).expand('fields').get()) as Page<Item>;
    const fields = page.value[0]?.fields;
    expect(fields).toMatchObject({ id: '1', AuthorLookupId: '7', EnhetLookupId: '1', Attachments: false });
    expect(fields).not.toHaveProperty('Enhet');
  });

  it('show a lookup and a person by name when the column itself is selected', async () => {
    const page = (await graph.client
      .api(itemsPath)
      .top(2)
      .select('id')
      .expand('fields($select=Enhet,Ansvarig)')
      .get()) as Page<Item>;
    expect(page.value.map(({ fields }) => [fields['Enhet'], fields['Ansvarig']])).toEqual([
      ['Förskolan Linden', 'Alice Alm'],
      ['Hemtjänsten', 'Alice Alm'],
    ]);
  });

  it('leave a column that does not exist silently out', async () => {
    const page = (await graph.client
      .api(itemsPath)
      .top(1)
      .select('id')
      .expand('fields($select=Svar,Saknas)')
      .get()) as Page<Item>;
    expect(Object.keys(page.value[0]?.fields ?? {})).toEqual(['@odata.etag', 'Svar']);
  });

  it('can be filtered on an indexed column, on another only with the header that admits the risk', async () => {
    const query = (column: string) => `${itemsPath}?$select=id&$filter=${column} eq '2'&$top=5000`;
    const indexed = await graph.get(query('fields/EnhetLookupId'));
    expect(((await indexed.json()) as Page<Item>).value).toHaveLength(ANSWER_COUNT / 2);
    const refused = await graph.get(query('fields/Svar'));
    expect(refused.status).toBe(400);
    const admitted = await graph.get(query('fields/Svar'), {
      Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly',
    });
    expect(((await admitted.json()) as Page<Item>).value).toHaveLength(ANSWER_COUNT / 5);
  });

  it('come one at a time by id, with fields', async () => {
    const item = (await graph.client.api(`${itemsPath}/3`).get()) as Item;
    expect(item.fields['Svar']).toBe('3');
    const missing = await graph.get(`${itemsPath}/9999`);
    expect(missing.status).toBe(404);
  });

  it('refuse a skip token that Graph never gave', async () => {
    const answer = await graph.get(`${itemsPath}?$skiptoken=hittepå`);
    expect(answer.status).toBe(400);
  });
});

describe('files', () => {
  it('are listed, described and downloaded through the address Graph sends the caller on to', async () => {
    const children = (await graph.client.api(`/sites/${SITE_ID}/drive/root/children`).get()) as Page<{
      readonly id: string;
      readonly parentReference: { readonly driveId: string };
    }>;
    const [file] = children.value;
    const path = `/drives/${file?.parentReference.driveId ?? ''}/items/${file?.id ?? ''}`;
    const described = await graph.get(path);
    expect(await described.json()).toMatchObject({ name: 'Svar 2025.csv', file: { mimeType: 'text/csv' } });
    const content = await graph.get(`${path}/content`);
    expect(content.redirected).toBe(true);
    expect(await content.text()).toBe('enhet;svar\nHemtjänsten;4\n');
  });
});

describe('what is not served', () => {
  it('is refused in Graph’s own words, with ids to find the call by', async () => {
    const answer = await graph.get(`/sites/${SITE_ID}/lists/Saknas/items`, {
      'client-request-id': 'mitt-id',
    });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await answer.json()).toEqual({
      error: {
        code: 'itemNotFound',
        message: expect.any(String) as string,
        innerError: {
          date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/) as string,
          'request-id': answer.headers.get('request-id'),
          'client-request-id': 'mitt-id',
        },
      },
    });
  });

  it('says that a path, an option or a method is beyond the stand-in, rather than making something up', async () => {
    for (const path of ['/me/messages', `${itemsPath}?$orderby=id`, `${itemsPath}?$expand=versions`]) {
      const answer = await graph.get(path);
      expect([path, answer.status]).toEqual([path, 501]);
    }
  });

  it('is forbidden on a site that has not been granted', async () => {
    const answer = await graph.get(`/sites/${SECRET_SITE_ID}/lists`);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ error: { code: 'accessDenied' } });
    graph.control.provoke({ kind: 'grant-site', siteId: SECRET_SITE_ID });
    expect((await graph.get(`/sites/${SECRET_SITE_ID}/lists`)).status).toBe(200);
  });
});

describe('the record', () => {
  it('tells path, query, headers and cost of each call, never the token', async () => {
    await graph.get(`${itemsPath}?$top=1`, { 'User-Agent': 'NONISV|Prov|1.0' });
    expect(graph.control.calls()).toMatchObject([
      {
        method: 'GET',
        path: `/v1.0${itemsPath}`,
        query: { $top: '1' },
        headers: { 'user-agent': 'NONISV|Prov|1.0' },
        status: 200,
        resourceUnits: 2,
      },
    ]);
    expect(graph.control.calls()[0]?.headers).not.toHaveProperty('authorization');
  });
});
