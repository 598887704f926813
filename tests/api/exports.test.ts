import { unzipSync, strFromU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredSettings } from '#core/contracts/admin.ts';
import type { Publication } from '#core/contracts/exports.ts';
import type { ResultEnvelope } from '#core/contracts/read.ts';
import { LONG_COLUMNS, longTable, type LongRow } from '#core/export/long-table.ts';
import { ADMIN, EMPLOYEE, TENANT_ID } from '../../local/identity-issuer/users.ts';
import { startSeededStack, type RunningStack } from '../support/running-stack.ts';

let stack: RunningStack;
const YEAR = 2025;

beforeAll(async () => {
  stack = await startSeededStack();
});
afterAll(() => stack.stop());

async function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const token = await stack.issuer.userToken(EMPLOYEE);
  return fetch(`${stack.url}/api${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } });
}

async function published(): Promise<void> {
  const admin = stack.api(ADMIN);
  const { body } = await admin.call<ResultEnvelope>('GET', `/results/${YEAR}?vintage=live`);
  await admin.call('POST', `/results/${YEAR}/vintages`, {
    hash: body.result.hash,
    note: 'Fastställt av nämnden',
  });
}

describe('exports', () => {
  test('say in CSV, JSON and Excel the same as the result, with units and method version', async () => {
    const { rows } = (await (await get(`/exports/index.json?year=${YEAR}`)).json()) as {
      readonly rows: readonly LongRow[];
    };
    const { body } = await stack.api(EMPLOYEE).call<ResultEnvelope>('GET', `/results/${YEAR}`);
    expect(rows).toEqual(longTable([{ result: body.result, vintage: null }]));
    expect(rows.find(({ figure }) => figure === 'index')?.value).toBe(8.2);
    expect(rows[0]?.method_version).not.toBe('');

    const csv = await get(`/exports/index.csv?year=${YEAR}`);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.headers.get('content-disposition')).toContain('digitaliseringsindex.csv');
    const text = await csv.text();
    expect(text.split('\r\n')[0]?.replace('\uFEFF', '')).toBe(LONG_COLUMNS.join(','));
    expect(text.trimEnd().split('\r\n').length).toBe(rows.length + 1);

    const xlsx = new Uint8Array(await (await get(`/exports/index.xlsx?year=${YEAR}`)).arrayBuffer());
    const files = unzipSync(xlsx);
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet.split('<row ').length - 1).toBe(rows.length + 1);
    expect(sheet).toContain('<v>8.2</v>');
    // No formula anywhere, and no number that was written as a text.
    expect(sheet).not.toContain('<f>');
  });

  test('hold every year without a choice, and are not sent again while nothing has changed', async () => {
    const all = await get('/exports/index.json');
    const { rows } = (await all.json()) as { readonly rows: readonly LongRow[] };
    expect([...new Set(rows.map(({ year }) => year))].length).toBeGreaterThan(1);
    const again = await get('/exports/index.json', { 'if-none-match': all.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  test('refuse a year that is none', async () => {
    expect((await get('/exports/index.csv?year=1999')).status).toBe(400);
    expect((await get('/exports/index.csv?year=2090')).status).toBe(404);
  });
});

describe('open data and publications', () => {
  const open = (path = '') => fetch(`${stack.url}/api/open-data/${TENANT_ID}${path}`);

  test('are closed until an admin opens them and something is published', async () => {
    expect((await open()).status).toBe(404);
    const admin = stack.api(ADMIN);
    const { body, eTag } = await admin.call<StoredSettings>('GET', '/settings');
    const openData = { ...body.settings.openData, published: true, contactEmail: 'oppna@ekviken.example' };
    await admin.call('PUT', '/settings', { ...body.settings, openData }, { 'if-match': eTag ?? '' });
    expect((await open()).status).toBe(404);

    const first = await get('/publications');
    expect(first.status).toBe(202);
    await published();
    const next = first.headers.get('location') ?? '';
    const news = await get(next.replace('/api', ''));
    expect(news.status).toBe(200);
    const [publication] = (await news.json()) as readonly Publication[];
    expect(publication).toMatchObject({ year: YEAR, vintage: 1, index: 8.2, note: 'Fastställt av nämnden' });
    // Told once.
    const after = await get((news.headers.get('location') ?? '').replace('/api', ''));
    expect(after.status).toBe(202);
  });

  test('then give anybody the catalogue and the published years, and nothing else', async () => {
    const catalogue = await open();
    expect(catalogue.headers.get('content-type')).toContain('application/ld+json');
    const text = await catalogue.text();
    expect(text).toContain(`${stack.url}/api/open-data/${TENANT_ID}/index.csv`);
    expect(text).toContain('mailto:oppna@ekviken.example');
    const { rows } = (await (await open('/index.json')).json()) as { readonly rows: readonly LongRow[] };
    expect([...new Set(rows.map(({ year }) => year))]).toEqual([YEAR]);
    expect(rows.every(({ vintage }) => vintage === 1)).toBe(true);
    expect((await open('/index.csv')).status).toBe(200);
  });

  test('do not say of another tenant whether it is there', async () => {
    const stranger = await fetch(`${stack.url}/api/open-data/99999999-0000-4000-8000-000000000000`);
    expect(stranger.status).toBe(404);
  });
});
