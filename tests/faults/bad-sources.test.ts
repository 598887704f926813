import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RefreshJob } from '#core/contracts/admin.ts';
import type { ResultEnvelope } from '#core/contracts/read.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { FoundList } from '#core/contracts/sources.ts';
import { settingsSchema, type Settings } from '#core/settings/settings-schema.ts';
import { ADMIN } from '../../local/identity-issuer/users.ts';
import { BENEFIT_COLUMNS, LIST_IDS, SITES } from '../../local/sample-tenant/names.ts';
import { SAMPLE_FILES } from '../../local/sample-tenant/sample-files.ts';
import { sampleSettings } from '../../local/sample-tenant/sample-settings.ts';
import { workbook } from '../../local/sample-tenant/workbook.ts';
import { RefreshFailure, refreshYear, seedSettings } from '../../local/seed.ts';
import { startEmptyStack, type RunningStack } from '../support/running-stack.ts';

const YEAR = 2025;
const siteId = SITES.digital.id;
const FILE = SAMPLE_FILES.initiatives;

let stack: RunningStack;

beforeAll(async () => {
  stack = await startEmptyStack();
  await seedSettings(stack.api(ADMIN), withFile(), []);
  await refreshYear(stack.api(ADMIN), YEAR);
});
afterAll(() => stack.stop());
afterEach(() => stack.graph.control.reset());

/** The sample's settings of one year, its initiatives from the Excel file. */
function withFile(): Settings {
  const sources = sampleSettings.sources.map((source) =>
    source.topic === 'initiatives'
      ? {
          ...source,
          location: {
            kind: 'drive-file',
            siteId,
            siteName: SITES.digital.name,
            driveId: `b!${Buffer.from(siteId.slice(-36)).toString('base64url')}`,
            itemId: FILE.id,
            fileName: FILE.name,
            table: FILE.table,
          },
          mapping: {
            ...source.mapping,
            businessId: 'Initiativ-ID',
            title: 'Rubrik',
            portfolioObject: 'Förvaltningsobjekt',
            innovationEfficiency: 'Innovation-effektivitet',
            operationalStrategic: 'Operativ-strategisk',
            externalInternal: 'Extern-intern',
          },
        }
      : source,
  );
  return settingsSchema.parse({ ...sampleSettings, years: [YEAR], sources });
}

const read = async () => (await stack.api(ADMIN).call<ResultEnvelope>('GET', `/results/${YEAR}`)).body;
const jobIn = async (language: string) =>
  (
    await stack
      .api(ADMIN)
      .call<RefreshJob>('GET', `/refreshes/${YEAR}`, undefined, { 'accept-language': language })
  ).body;

/** The refresh fails with this code and says so in both languages; readers still have the last good result, marked old. */
async function failsWith(code: string, swedish: RegExp, english: RegExp): Promise<void> {
  const before = await read();
  await expect(refreshYear(stack.api(ADMIN), YEAR)).rejects.toBeInstanceOf(RefreshFailure);
  const [sv, en] = [await jobIn('sv'), await jobIn('en')];
  expect(sv.problem?.code).toBe(code);
  expect(sv.problem?.detail).toMatch(swedish);
  expect(en.problem?.detail).toMatch(english);
  const after = await read();
  expect(after.result.hash).toBe(before.result.hash);
  expect(after.freshness.state).toBe('stale');
}

const put = (bytes: Uint8Array, name: string = FILE.name, claimedSize?: number) =>
  stack.graph.control.change({
    kind: 'put-file',
    siteId,
    fileId: FILE.id,
    name,
    base64: Buffer.from(bytes).toString('base64'),
    ...(claimedSize !== undefined && { claimedSize }),
  });
const ole = (entry: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(entry, 'utf16le')]);

describe('a file that is not as it was', () => {
  test('protected by a password: says how to remove it', async () => {
    put(ole('EncryptedPackage'));
    await failsWith('file-protected', /lösenord.*spara/, /password.*save/);
  });

  test('another type of file: says which types are read', async () => {
    put(Buffer.from('%PDF-1.7'), 'Digitala initiativ.pdf');
    await failsWith('file-wrong-type', /\.xlsx/, /\.xlsx/);
  });

  test('with macros: says to save it without', async () => {
    put(workbook([{ name: 'A', rows: [['B']] }], { 'xl/vbaProject.bin': new Uint8Array([1]) }));
    await failsWith('file-has-macros', /makron/, /macros/);
  });

  test('200 MB: is refused by its size, and not fetched', async () => {
    put(workbook([{ name: 'A', rows: [['B']] }]), FILE.name, 200 * 1024 * 1024);
    await failsWith('file-too-large', /25 MB/, /25 MB/);
    expect(stack.graph.control.calls().some(({ path }) => path.endsWith('/content'))).toBe(false);
  });

  test('a CSV with ragged rows: names the row', async () => {
    put(Buffer.from('Rubrik;Status\nEtt;Klar\nTvå;Klar;extra\n'), 'Digitala initiativ.csv');
    await failsWith('file-ragged', /Rad 3.*3 kolumner.*2/, /Row 3.*3 columns.*2/);
  });

  test('its table gone: names the table', async () => {
    put(workbook([{ name: 'Initiativ', rows: [['Rubrik']] }]));
    await failsWith('sheet-missing', /Initiativ/, /Initiativ/);
  });

  test('deleted: says where to choose another', async () => {
    stack.graph.control.change({ kind: 'remove-file', siteId, fileId: FILE.id });
    await failsWith('file-not-found', /inställningarna/, /settings/);
  });

  test('with formula errors: is read, and the rows are findings, not zeros', async () => {
    const header = [
      'Initiativ-ID',
      'Rubrik',
      'Status',
      'Beslutsdatum',
      'Förvaltningsobjekt',
      'Innovation-effektivitet',
      'Operativ-strategisk',
      'Extern-intern',
    ];
    const row = [
      'I-1',
      'Ett',
      'Klar',
      { date: '2025-03-01' },
      'Utbildning',
      { error: '#DIV/0!' },
      2,
      3,
    ] as const;
    put(workbook([{ name: 'I', rows: [header, row], table: { name: FILE.table, range: 'A1:H2' } }]));
    await refreshYear(stack.api(ADMIN), YEAR);
    const { result } = await read();
    expect(result.findings).toContainEqual(
      expect.objectContaining({ rule: 'not-a-number', column: 'Innovation-effektivitet', rowIds: ['2'] }),
    );
    stack.graph.control.reset();
    await refreshYear(stack.api(ADMIN), YEAR);
  });
});

describe('a list that is not as it was', () => {
  const list = { listId: LIST_IDS.benefits };

  test('renamed: is found by its id, and called by its new name', async () => {
    stack.graph.control.change({ kind: 'rename-list', ...list, displayName: 'Nyttor och effekter' });
    await refreshYear(stack.api(ADMIN), YEAR);
    expect((await read()).result.sources.map(({ name }) => name)).toContain('Nyttor och effekter');
  });

  test('deleted: names list and site', async () => {
    stack.graph.control.change({ kind: 'remove-list', ...list });
    await failsWith(
      'list-not-found',
      /Nyttoregister.*Digitaliseringsstaben/,
      /Nyttoregister.*Digitaliseringsstaben/,
    );
  });

  test('without a mapped column: names the column', async () => {
    stack.graph.control.change({ kind: 'remove-column', ...list, column: BENEFIT_COLUMNS.measured });
    await failsWith('column-missing', /Utfall.*välj rätt kolumn/, /Utfall.*column/);
  });

  test('on a site without permission: names the permission', async () => {
    stack.graph.control.provoke({ kind: 'forbid-site', siteId });
    await failsWith('graph-forbidden', /Sites\.Selected/, /Sites\.Selected/);
  });

  test('of the name of another: each is read by its id, and the two can be told apart when choosing', async () => {
    const newId = '11111111-5e1f-4c2a-9b7d-000000000099';
    stack.graph.control.change({ kind: 'copy-list', ...list, newId });
    await refreshYear(stack.api(ADMIN), YEAR);
    expect((await read()).result.figures.benefit.figure).toMatchObject({ shown: '8.7' });
    const { lists } = (
      await stack
        .api(ADMIN)
        .call<{ lists: FoundList[] }>('GET', `/sources/lists?site=${encodeURIComponent(siteId)}`)
    ).body;
    const twins = lists.filter(({ name }) => name === 'Nyttoregister');
    expect(new Set(twins.map(({ webUrl }) => webUrl)).size).toBe(2);
  });

  test('with a choice added later: is read, and the new word is an error that names it', async () => {
    const kind = { ...list, column: BENEFIT_COLUMNS.kind };
    stack.graph.control.change({ kind: 'add-choice', ...kind, choice: 'Klimatnytta' });
    stack.graph.control.change({
      kind: 'change-row',
      ...list,
      rowId: await rowOf(YEAR),
      fields: { [BENEFIT_COLUMNS.kind]: 'Klimatnytta' },
    });
    await refreshYear(stack.api(ADMIN), YEAR);
    const { findings } = (await read()).result;
    expect(
      findings.filter(({ rule }) => rule === 'kind-unknown').map(({ detail }) => Object.values(detail)),
    ).toContainEqual(['Klimatnytta']);
  });

  test('with a column of another type: is read by the type it has now, and what does not fit is a finding', async () => {
    const column = { ...list, column: BENEFIT_COLUMNS.measured };
    stack.graph.control.change({ kind: 'change-column', ...column, facet: { text: {} } });
    stack.graph.control.change({
      kind: 'change-row',
      ...list,
      rowId: await rowOf(YEAR),
      fields: { [BENEFIT_COLUMNS.measured]: 'ungefär sju' },
    });
    await refreshYear(stack.api(ADMIN), YEAR);
    const { findings } = (await read()).result;
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'not-a-number', column: BENEFIT_COLUMNS.measured, valueClass: 'text' }),
    );
    expect(JSON.stringify(findings)).not.toContain('ungefär sju');
  });

  test('with a column of another type than when it was mapped: says so, where, and what to do, and blocks publishing', async () => {
    const api = stack.api(ADMIN);
    const { body } = await api.call<{ version: number; settings: Settings }>('GET', '/settings');
    const sources = body.settings.sources.map((source) =>
      source.topic === 'benefits'
        ? { ...source, columnKinds: { [BENEFIT_COLUMNS.measured]: 'number' as const } }
        : source,
    );
    await api.call('PUT', '/settings', { ...body.settings, sources }, { 'if-match': `"v${body.version}"` });
    await refreshYear(api, YEAR);
    const changed = (found: readonly Finding[]) => found.filter(({ rule }) => rule === 'column-type-changed');
    expect(changed((await read()).result.findings)).toEqual([]);
    const column = { ...list, column: BENEFIT_COLUMNS.measured };
    stack.graph.control.change({ kind: 'change-column', ...column, facet: { text: {} } });
    await refreshYear(api, YEAR);
    const { result } = await read();
    expect(changed(result.findings)).toMatchObject([
      { severity: 'error', column: BENEFIT_COLUMNS.measured, detail: { was: 'number', now: 'text' } },
    ]);
    const publishing = api.call('POST', `/results/${YEAR}/vintages`, { hash: result.hash, note: 'Försök' });
    await expect(publishing).rejects.toMatchObject({ status: 409 });
  });

  test('written to while it is read: gives each row once, as it was last', async () => {
    stack.graph.control.provoke({
      kind: 'change-during-read',
      page: 1,
      listId: LIST_IDS.benefits,
      change: { kind: 'delete-row', ...list, rowId: await rowOf(YEAR) },
    });
    const before =
      (await read()).result.sources.find(({ sourceId }) => sourceId === 'nyttoregister')?.rowsRead ?? 0;
    await refreshYear(stack.api(ADMIN), YEAR);
    const after = (await read()).result.sources.find(
      ({ sourceId }) => sourceId === 'nyttoregister',
    )?.rowsRead;
    expect(after).toBe(before - 1);
  });
});

/** The id of a row of the register of that year. */
async function rowOf(year: number): Promise<string> {
  const rows = await stack
    .api(ADMIN)
    .call<{ benefits: readonly { rowId: string }[] }>('GET', `/results/${year}/benefits`);
  const [first] = rows.body.benefits;
  if (!first) throw new Error(`no benefit in ${year}`);
  return first.rowId;
}
