import { TableClient } from '@azure/data-tables';
import { QueueServiceClient } from '@azure/storage-queue';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RefreshJob } from '#core/contracts/admin.ts';
import type { ResultEnvelope } from '#core/contracts/read.ts';
import { ADMIN } from '../../local/identity-issuer/users.ts';
import { TENANT_ID } from '../../local/identity-issuer/users.ts';
import { INITIATIVE_COLUMNS, LIST_IDS, SITES, SURVEY_COLUMNS } from '../../local/sample-tenant/names.ts';
import { sampleSettings } from '../../local/sample-tenant/sample-settings.ts';
import { RefreshFailure, refreshYear, seedSettings } from '../../local/seed.ts';
import { startEmptyStack, type RunningStack } from '../support/running-stack.ts';

const YEAR = 2025;
let stack: RunningStack;

beforeAll(async () => {
  stack = await startEmptyStack();
  await seedSettings(stack.api(ADMIN), { ...sampleSettings, years: [YEAR] }, []);
});
afterAll(() => stack.stop());

const { graph } = { graph: () => stack.graph.control };
const job = async () => (await stack.api(ADMIN).call<RefreshJob>('GET', `/refreshes/${YEAR}`)).body;
const result = async () =>
  (await stack.api(ADMIN).call<ResultEnvelope>('GET', `/results/${YEAR}`)).body.result;
const refresh = () => refreshYear(stack.api(ADMIN), YEAR);

/** What a refresh asked of a list's rows: the calls, and what they and all others cost. */
async function costOf(read: () => Promise<void>) {
  const [callsBefore, unitsBefore] = [graph().calls().length, graph().resourceUnits()];
  await read();
  const calls = graph().calls().slice(callsBefore);
  return {
    units: graph().resourceUnits() - unitsBefore,
    rowsOf: (listId: string) => calls.filter(({ path }) => path.includes(`${listId}/items`)),
    /** Lists that were asked for themselves and their columns. */
    described: calls.flatMap(({ path }) => /\/lists\/([^/]+)$/.exec(path)?.[1] ?? []),
  };
}

/** The titles of the year's initiatives, by row. */
async function initiativeTitles(): Promise<ReadonlyMap<string, string>> {
  const { body } = await stack
    .api(ADMIN)
    .call<{ initiatives: readonly { rowId: string; title: string }[] }>(
      'GET',
      `/results/${YEAR}/initiatives`,
    );
  return new Map(body.initiatives.map(({ rowId, title }) => [rowId, title]));
}

/** A refresh as the timer asks for one: only if something has changed. */
async function scheduledRefresh(ending: RefreshJob['state'] = 'succeeded'): Promise<void> {
  const options = { allowInsecureConnection: true };
  const jobs = TableClient.fromConnectionString(stack.storage, 'jobs', options);
  const entity = await jobs.getEntity<{ job: string }>(TENANT_ID, `refresh-${YEAR}`);
  const now = new Date().toISOString();
  const queued = {
    ...(JSON.parse(entity.job) as object),
    state: 'queued',
    requestedAt: now,
    updatedAt: now,
    endedAt: null,
  };
  await jobs.updateEntity(
    { partitionKey: TENANT_ID, rowKey: `refresh-${YEAR}`, job: JSON.stringify(queued) },
    'Merge',
  );
  const message = { tenantId: TENANT_ID, year: YEAR, correlationId: 'timer', onlyIfChanged: true };
  await QueueServiceClient.fromConnectionString(stack.storage)
    .getQueueClient('recompute-index')
    .sendMessage(Buffer.from(JSON.stringify(message)).toString('base64'));
  await expect.poll(async () => (await job()).state).toBe(ending);
}

const changeTitle = (rowId: string, title: string) =>
  graph().change({ kind: 'change-row', listId: LIST_IDS.initiatives, rowId, fields: { Title: title } });

describe('reading a municipality of the sample’s size', () => {
  test('in full costs under 100 resource units, which the job tells as Microsoft 365 counts them', async () => {
    const { units, rowsOf } = await costOf(refresh);
    expect(units).toBeLessThan(100);
    expect((await job()).resourceUnits).toBe(units);
    // Of surveys no row is kept, so nothing but their whole pages and a mark is asked for.
    expect(rowsOf(LIST_IDS.survey(YEAR)).filter(({ path }) => path.endsWith('/delta'))).toHaveLength(1);
  });

  test('on a day when nothing has changed costs under 20, and leaves the result as it was', async () => {
    const before = await result();
    const { units } = await costOf(scheduledRefresh);
    expect(units).toBeLessThan(20);
    expect(await job()).toMatchObject({ unchanged: true, resourceUnits: units });
    expect((await result()).hash).toBe(before.hash);
  });

  test('on a day when one list has changed costs under 20, as the job tells: only that list is looked at anew', async () => {
    changeTitle('240', 'Omdöpt för dagen');
    const { units, rowsOf, described } = await costOf(scheduledRefresh);
    expect(units).toBeLessThan(20);
    expect(await job()).toMatchObject({ unchanged: false, resourceUnits: units });
    expect(described).toEqual([LIST_IDS.initiatives]);
    // The others were asked for their mark, and of what is kept nothing else.
    expect(rowsOf(LIST_IDS.benefits)).toHaveLength(1);
    expect((await initiativeTitles()).get('240')).toBe('Omdöpt för dagen');
  });

  test('on a day when somebody has written in a survey’s list costs under 20', async () => {
    const listId = LIST_IDS.survey(YEAR);
    graph().change({ kind: 'change-row', listId, rowId: '1', fields: { Title: 'En rad' } });
    const { units, described } = await costOf(scheduledRefresh);
    expect(units).toBeLessThan(20);
    expect(described).toEqual([LIST_IDS.survey(YEAR)]);
  });

  test('again asks each list but the surveys only for what has changed', async () => {
    changeTitle('240', 'Omdöpt en gång');
    changeTitle('240', 'Omdöpt två gånger');
    graph().change({ kind: 'delete-row', listId: LIST_IDS.initiatives, rowId: '239' });
    const { rowsOf } = await costOf(scheduledRefresh);
    const asked = rowsOf(LIST_IDS.initiatives);
    expect(asked.every(({ path, query }) => path.endsWith('/delta') && query['token'] !== undefined)).toBe(
      true,
    );
    expect((await job()).unchanged).toBe(false);
    const byId = await initiativeTitles();
    expect(byId.get('240')).toBe('Omdöpt två gånger');
    expect(byId.has('239')).toBe(false);
  });

  test('starts over where the link has expired, and comes to the same', async () => {
    const before = await result();
    graph().provoke({ kind: 'expire-delta-tokens' });
    const { rowsOf } = await costOf(refresh);
    expect(rowsOf(LIST_IDS.initiatives).map(({ status }) => status)).toEqual([410, 200]);
    const after = await result();
    expect(after.figures.delivery).toEqual(before.figures.delivery);
  });

  test('reads all anew where the columns are others', async () => {
    const api = stack.api(ADMIN);
    const { body } = await api.call<{ version: number; settings: typeof sampleSettings }>('GET', '/settings');
    const sources = body.settings.sources.map((source) =>
      source.topic === 'initiatives'
        ? { ...source, mapping: { ...source.mapping, businessId: null } }
        : source,
    );
    await api.call('PUT', '/settings', { ...body.settings, sources }, { 'if-match': `"v${body.version}"` });
    const { rowsOf } = await costOf(scheduledRefresh);
    expect(rowsOf(LIST_IDS.initiatives).some(({ query }) => query['token'] === undefined)).toBe(true);
    const asked = rowsOf(LIST_IDS.initiatives).map(({ query }) => query['$expand'] ?? '');
    expect(asked.some((expand) => expand.includes(INITIATIVE_COLUMNS.businessId))).toBe(false);
  });

  test('sees that a survey’s column is gone on a day when another list has changed', async () => {
    const column = SURVEY_COLUMNS.unit;
    graph().change({ kind: 'rename-column', listId: LIST_IDS.survey(YEAR), column, name: 'Annan' });
    changeTitle('240', 'Omdöpt igen');
    await scheduledRefresh('failed');
    expect((await job()).problem?.detail).toContain(column);
    graph().reset();
  });
});

describe('when some sources can’t be read', () => {
  afterEach(() => graph().reset());

  test('the others are read all the same, and every one that can’t is named', async () => {
    graph().provoke({ kind: 'forbid-site', siteId: SITES.hr.id });
    graph().change({ kind: 'remove-list', listId: LIST_IDS.benefits });
    await expect(refresh()).rejects.toBeInstanceOf(RefreshFailure);
    const { problem } = await job();
    expect(problem).toMatchObject({ code: 'sources-unread' });
    expect(problem?.detail).toMatch(/Enheter.*Medarbetarenkät 2025.*Nyttoregister.*övriga 3 gick bra/);
  });
});

describe('when Microsoft 365 asks us to wait', () => {
  test('a short wait is held in the call, exactly as long as it says', async () => {
    graph().provoke({ kind: 'throttle', retryAfterSeconds: 1, calls: 1, path: LIST_IDS.benefits });
    const before = Date.now();
    await refresh();
    expect(Date.now() - before).toBeGreaterThanOrEqual(1000);
  });

  test('a long wait goes back to the queue, and the job tells until when', async () => {
    graph().provoke({ kind: 'throttle', retryAfterSeconds: 6, calls: 1, path: LIST_IDS.benefits });
    const askedAt = Date.now();
    await stack.api(ADMIN).call('POST', '/refreshes', { year: YEAR });
    await expect.poll(async () => (await job()).state).toBe('waiting');
    const { retryAt, problem } = await job();
    expect(Date.parse(retryAt ?? '') - askedAt).toBeGreaterThanOrEqual(6000);
    expect(problem?.code).toBe('graph-throttled');
    await expect.poll(async () => (await job()).state).toBe('succeeded');
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(retryAt ?? ''));
  });
});
