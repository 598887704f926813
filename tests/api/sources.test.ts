import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CreatedLists,
  FoundFile,
  FoundList,
  FoundSite,
  SourceCheck,
  SourceColumns,
  SourcePreview,
} from '#core/contracts/sources.ts';
import { toSource, type SourceDraft } from '#core/settings/source-draft.ts';
import type { SourceSettings } from '#core/settings/source-settings.ts';
import { ADMIN, EMPLOYEE } from '../../local/identity-issuer/users.ts';
import { LIST_IDS, SITES } from '../../local/sample-tenant/names.ts';
import { SAMPLE_FILES } from '../../local/sample-tenant/sample-files.ts';
import { startEmptyStack, type RunningStack } from '../support/running-stack.ts';

let stack: RunningStack;
const get = async <T>(path: string, query: Record<string, string> = {}) =>
  (await stack.api(ADMIN).call<T>('GET', `${path}?${new URLSearchParams(query).toString()}`)).body;
const post = async <T>(path: string, body: unknown) =>
  (await stack.api(ADMIN).call<T>('POST', path, body)).body;

beforeAll(async () => {
  stack = await startEmptyStack();
});
afterAll(() => stack.stop());

/** What an admin ends up with who takes every suggestion. */
async function draftBySuggestion(
  topic: SourceDraft['topic'],
  form: SourceDraft['form'],
  location: SourceDraft['location'],
): Promise<{ readonly draft: SourceDraft; readonly columns: SourceColumns }> {
  const columns = await post<SourceColumns>('/sources/columns', { topic, form, location });
  const mapped = Object.fromEntries(columns.suggestions.map(({ field, column }) => [field, column]));
  const values = Object.fromEntries(
    columns.columns
      .filter(({ name }) => Object.values(mapped).includes(name))
      .flatMap(({ values: words }) =>
        words.flatMap(({ word, value }) => (value === null ? [] : [[word, value] as const])),
      ),
  );
  const draft: SourceDraft = {
    id: 'ny',
    topic,
    form,
    location,
    years: [],
    columns: mapped,
    values,
    closesOn: '2025-11-14',
    parentRows: 'own',
    unitPath: [],
    invited: {},
  };
  return { draft, columns };
}

function asSource(draft: SourceDraft): SourceSettings {
  const source = toSource(draft);
  if (source === null) throw new Error(`no source of ${JSON.stringify(draft)}`);
  return source;
}

const listAt = (site: keyof typeof SITES, listId: string, listName: string) =>
  ({
    kind: 'sharepoint-list',
    siteId: SITES[site].id,
    siteName: SITES[site].name,
    listId,
    listName,
  }) as const;

async function fileAt(
  name: string,
  folder?: string,
  place: { sheet?: string; table?: string; headerRow?: number } = {},
) {
  const site = SITES.digital.id;
  const [library] = (await get<{ entries: FoundFile[] }>('/sources/files', { site })).entries;
  const drive = library?.driveId ?? '';
  const root = (await get<{ entries: FoundFile[] }>('/sources/files', { site, drive })).entries;
  const inside = root.find((entry) => entry.kind === 'folder' && entry.name === folder)?.itemId;
  const entries = inside
    ? (await get<{ entries: FoundFile[] }>('/sources/files', { site, drive, folder: inside })).entries
    : root;
  const file = entries.find((entry) => entry.name === name);
  return {
    kind: 'drive-file',
    siteId: site,
    siteName: SITES.digital.name,
    driveId: drive,
    itemId: file?.itemId ?? '?',
    fileName: name,
    sheet: place.sheet ?? null,
    table: place.table ?? null,
    headerRow: place.headerRow ?? 1,
  } as const;
}

describe('looking around in SharePoint', () => {
  test('finds sites by words, and only those the admin may see', async () => {
    const found = await get<{ sites: FoundSite[] }>('/sources/sites', { search: 'digitalisering' });
    expect(found.sites.map(({ name }) => name)).toEqual(['Digitaliseringsstaben']);
    stack.graph.control.provoke({ kind: 'hide-site', siteId: SITES.hr.id });
    const all = await get<{ sites: FoundSite[] }>('/sources/sites');
    expect(all.sites.map(({ name }) => name)).toEqual(['Digitaliseringsstaben']);
    await expect(get('/sources/lists', { site: SITES.hr.id })).rejects.toThrow(/behörighet/);
    stack.graph.control.provoke({ kind: 'show-site', siteId: SITES.hr.id });
  });

  test('lists a site’s lists with their addresses, so that two of one name can be told apart', async () => {
    const found = await get<{ lists: FoundList[] }>('/sources/lists', { site: SITES.digital.id });
    expect(found.lists.map(({ name }) => name)).toContain('Digitala initiativ');
    expect(new Set(found.lists.map(({ webUrl }) => webUrl)).size).toBe(found.lists.length);
  });

  test('is for admins, on their own behalf, and says what consent is missing', async () => {
    await expect(stack.api(EMPLOYEE).call('GET', '/sources/sites')).rejects.toMatchObject({ status: 403 });
    const asked = stack.graph.control.calls().filter(({ path }) => path.startsWith('/v1.0/sites'));
    expect(asked.length).toBeGreaterThan(0);
    await stack.restartFunctions();
    stack.authority.setConsent(false);
    await expect(get('/sources/sites')).rejects.toThrow(/Sites\.Read\.All/);
    stack.authority.setConsent(true);
    await expect(get('/sources/sites')).resolves.toBeDefined();
  });
});

describe('suggestions', () => {
  test('map the sample’s initiatives without a correction, each with reasons', async () => {
    const location = listAt('digital', LIST_IDS.initiatives, 'Digitala initiativ');
    const { draft, columns } = await draftBySuggestion('initiatives', 'rows', location);
    const preview = await post<SourcePreview>('/sources/preview', { source: asSource(draft), year: 2025 });
    expect(preview.figure?.figure).toMatchObject({ kind: 'value', shown: '8.8' });
    expect(preview.rowsSetAside).toBe(1);
    expect(preview.findings.map(({ rule }) => rule)).toContain('year-missing');
    expect(columns.suggestions.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(columns.scaleEnds).toMatchObject({ first: 1, other: 5, confidence: 'medium', unlike: [] });
    expect(columns.scaleEnds?.reasons).toEqual(['both-ends-seen']);
    expect(preview.rows[0]?.cells['status']).toBeTruthy();
    expect(preview.years.map(({ year }) => year)).toContain(2024);
  });

  test('map the benefit register, with the initiative it refers to left for what is there', async () => {
    const location = listAt('digital', LIST_IDS.benefits, 'Nyttoregister');
    const { draft } = await draftBySuggestion('benefits', 'rows', location);
    const preview = await post<SourcePreview>('/sources/preview', { source: asSource(draft), year: 2025 });
    expect(preview.figure?.figure).toMatchObject({ kind: 'value', shown: '8.7' });
  });

  test('of a survey tell columns, counts and reasons, and neither a row nor a figure', async () => {
    const location = listAt('hr', LIST_IDS.survey(2025), 'Medarbetarenkät 2025');
    const { draft } = await draftBySuggestion('employee-survey', 'answers', location);
    expect(draft.columns).toMatchObject({ answer: 'Svar', unit: 'Enhet' });
    const preview = await post<SourcePreview>('/sources/preview', {
      source: asSource({ ...draft, years: [2025] }),
      year: 2025,
    });
    expect(preview.rows).toEqual([]);
    expect(preview.figure).toBeNull();
    expect(preview.rowsUsed).toBeGreaterThan(1000);
    expect(JSON.stringify(preview)).not.toMatch(/Instämmer/);
  });
});

describe('files', () => {
  test('an Excel table below two rows of heading gives the figure of the list it was exported from', async () => {
    const place = { table: SAMPLE_FILES.initiatives.table };
    const { draft, columns } = await draftBySuggestion(
      'initiatives',
      'rows',
      await fileAt('Digitala initiativ.xlsx', undefined, place),
    );
    expect(columns.sheets).toEqual([
      { name: 'Läs mig', tables: [] },
      { name: 'Initiativ', tables: ['Initiativ'] },
    ]);
    const preview = await post<SourcePreview>('/sources/preview', { source: asSource(draft), year: 2025 });
    expect(preview.figure?.figure).toMatchObject({ kind: 'value', shown: '8.8' });
  });

  test('a CSV file with semicolons, decimal commas and Windows-1252 gives the list’s figure too', async () => {
    const { draft } = await draftBySuggestion(
      'benefits',
      'rows',
      await fileAt(SAMPLE_FILES.benefits.name, 'Nytta'),
    );
    const preview = await post<SourcePreview>('/sources/preview', { source: asSource(draft), year: 2025 });
    expect(preview.figure?.figure).toMatchObject({ kind: 'value', shown: '8.7' });
  });

  test('an uploaded file is a source like any other; one of a survey is refused', async () => {
    const base64 = Buffer.from('Rubrik;Status;År\nEtt;Klar;2025\nTvå;Pågår;2025\n').toString('base64');
    const uploaded = await post<{ uploadId: string; fileName: string }>('/sources/uploads', {
      topic: 'initiatives',
      name: 'initiativ.csv',
      base64,
    });
    const location = { kind: 'uploaded-file', ...uploaded, sheet: null, table: null, headerRow: 1 } as const;
    const { draft } = await draftBySuggestion('initiatives', 'rows', location);
    const preview = await post<SourcePreview>('/sources/preview', { source: asSource(draft), year: 2025 });
    expect(preview.figure?.figure).toMatchObject({ kind: 'value', shown: '5.0' });
    await expect(
      post('/sources/uploads', { topic: 'employee-survey', name: 'svar.csv', base64 }),
    ).rejects.toThrow(/lagras aldrig/);
  });
});

describe('testing a source', () => {
  test('names the missing permission and the command that grants it, and passes once it is granted', async () => {
    const location = listAt('digital', LIST_IDS.initiatives, 'Digitala initiativ');
    const source = asSource((await draftBySuggestion('initiatives', 'rows', location)).draft);
    stack.graph.control.provoke({ kind: 'forbid-site', siteId: SITES.digital.id });
    const refused = await post<SourceCheck>('/sources/check', { source });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'graph-forbidden' } });
    expect(refused.grant?.powerShell).toMatch(
      /^Grant-PnPEntraIDAppSitePermission -AppId "[\da-f-]{36}" .* -Site "https:\/\/ekviken\.sharepoint\.com\/sites\/digitalisering" -Permissions Read$/,
    );
    stack.graph.control.provoke({ kind: 'grant-site', siteId: SITES.digital.id });
    expect(await post<SourceCheck>('/sources/check', { source })).toEqual({
      ok: true,
      problem: null,
      grant: null,
    });
  });
});

describe('making the lists', () => {
  test('gives every topic a list with its columns and choices that is a source at once, and takes no name twice', async () => {
    const request = {
      siteId: SITES.digital.id,
      siteName: SITES.digital.name,
      topics: ['units', 'employee-survey', 'maturity', 'initiatives', 'benefits', 'trends'],
      language: 'sv',
    };
    const { created } = await post<CreatedLists>('/sources/lists', request);
    expect(created.map(({ topic }) => topic)).toEqual(request.topics);
    const names = created.map(({ source }) =>
      source.location.kind === 'sharepoint-list' ? source.location.listName : '',
    );
    expect(names).toContain('Digitala initiativ 2');
    for (const { source } of created) {
      expect(await post<SourceCheck>('/sources/check', { source })).toMatchObject({ ok: true });
      const { columns } = await post<SourceColumns>('/sources/columns', {
        topic: source.topic,
        form: source.topic === 'employee-survey' ? 'answers' : 'rows',
        location: source.location,
      });
      expect(columns.length).toBeGreaterThan(0);
    }
    const english = await post<CreatedLists>('/sources/lists', {
      ...request,
      topics: ['benefits'],
      language: 'en',
    });
    expect(english.created[0]?.source.location).toMatchObject({ listName: 'Benefit register' });
  });
});
