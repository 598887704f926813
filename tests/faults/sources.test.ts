import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RefreshJob, StoredSettings } from '#core/contracts/admin.ts';
import type { ProblemCode } from '#core/contracts/problem.ts';
import type { ResultEnvelope } from '#core/contracts/read.ts';
import type { ChangeInput, FaultInput } from '../../local/graph/control-commands.ts';
import { ADMIN, EMPLOYEE } from '../../local/identity-issuer/users.ts';
import { BENEFIT_COLUMNS, LIST_IDS, SITES } from '../../local/sample-tenant/names.ts';
import { sampleSettings } from '../../local/sample-tenant/sample-settings.ts';
import { openApiProbe, type CallApi } from '../support/api-probe.ts';
import { startSeededStack, type RunningStack } from '../support/running-stack.ts';

/** What goes wrong with Graph while a year is read: a named problem, and the last good result stays as it was. */
let stack: RunningStack;
let call: CallApi;

const YEAR = 2025;
const BENEFIT_ITEMS = `/lists/${LIST_IDS.benefits}/items`;

beforeAll(async () => {
  stack = await startSeededStack();
  call = await openApiProbe(stack);
});

afterAll(() => stack.stop());

beforeEach(() => stack.graph.control.reset());

async function job(year = YEAR, language = 'sv'): Promise<RefreshJob> {
  return (await call<RefreshJob>('GET', `/refreshes/${year}`, { user: ADMIN, language })).body;
}

async function askFor(year = YEAR): Promise<void> {
  expect((await call('POST', '/refreshes', { user: ADMIN, json: { year } })).status).toBe(202);
}

/** Asks for a refresh and waits until it has ended, one way or the other. */
async function refresh(): Promise<RefreshJob> {
  await askFor();
  await expect.poll(async () => (await job()).endedAt).not.toBeNull();
  return job();
}

async function envelope(language = 'sv'): Promise<ResultEnvelope> {
  const answer = await call<ResultEnvelope>('GET', `/results/${YEAR}`, { user: EMPLOYEE, language });
  expect(answer.status).toBe(200);
  return answer.body;
}

/** Something is wrong, a refresh fails by name, the reader keeps the last good result; mended, it is fresh again. */
async function expectProblem(code: ProblemCode, names: readonly string[]): Promise<void> {
  const before = await envelope();
  const failed = await refresh();
  expect(failed).toMatchObject({ state: 'failed', problem: { code } });
  for (const name of names) expect(failed.problem?.detail).toContain(name);
  const english = await job(YEAR, 'en');
  expect(english.problem?.code).toBe(code);
  expect(english.problem?.title).not.toBe(failed.problem?.title);

  const after = await envelope();
  expect(after.result).toEqual(before.result);
  expect(after.freshness).toEqual({
    state: 'stale',
    computedAt: before.result.computedAt,
    lastAttemptAt: failed.endedAt,
    problem: failed.problem,
  });
  expect((await envelope('en')).freshness.problem).toEqual(english.problem);

  stack.graph.control.reset();
  expect((await refresh()).state).toBe('succeeded');
  expect((await envelope()).freshness).toMatchObject({ state: 'fresh', problem: null });
}

describe('a list', () => {
  test('that was removed is named, with its site', async () => {
    stack.graph.control.change({ kind: 'remove-list', listId: LIST_IDS.benefits });
    await expectProblem('list-not-found', ['”Nyttoregister”', `”${SITES.digital.name}”`]);
  });

  test('whose site is gone is told from a list that is gone', async () => {
    const { body, headers } = await call<StoredSettings>('GET', '/settings', { user: ADMIN });
    const sources = body.settings.sources.map((source) =>
      source.topic === 'initiatives'
        ? {
            ...source,
            location: { ...source.location, siteId: 'borta.sharepoint.com,a,b', siteName: 'Borta' },
          }
        : source,
    );
    const save = (json: unknown, eTag: string | null) =>
      call('PUT', '/settings', { user: ADMIN, json, headers: { 'if-match': eTag ?? '' } });
    const broken = await save({ ...body.settings, sources }, headers.get('etag'));
    const failed = await refresh();
    expect(failed.problem?.code).toBe('site-not-found');
    expect(failed.problem?.detail).toContain('”Borta”');
    expect((await save(sampleSettings, broken.headers.get('etag'))).status).toBe(200);
  });

  test('that the app may not read is said to lack a permission, by the site’s name', async () => {
    stack.graph.control.provoke({ kind: 'forbid-site', siteId: SITES.hr.id });
    await expectProblem('graph-forbidden', [`”${SITES.hr.name}”`, 'Sites.Selected']);
  });
});

describe('a column', () => {
  const columns: readonly [string, ChangeInput, string][] = [
    [
      'that was removed',
      { kind: 'remove-column', listId: LIST_IDS.benefits, column: BENEFIT_COLUMNS.measured },
      '”Utfall”',
    ],
    [
      'that was made anew under another name',
      {
        kind: 'rename-column',
        listId: LIST_IDS.benefits,
        column: BENEFIT_COLUMNS.expected,
        name: 'Planerat',
      },
      // As people write it, not as SharePoint keeps it.
      '”Förväntat”',
    ],
  ];
  test.each(columns)('%s is named with its list', async (_what, change, column) => {
    stack.graph.control.change(change);
    await expectProblem('column-missing', [column, '”Nyttoregister”']);
  });

  test('that only got another shown name is read as before', async () => {
    const before = await envelope();
    const column = BENEFIT_COLUMNS.expected;
    stack.graph.control.change({
      kind: 'rename-column',
      listId: LIST_IDS.benefits,
      column,
      displayName: 'Planerat',
    });
    expect((await refresh()).state).toBe('succeeded');
    expect((await envelope()).result.figures).toEqual(before.result.figures);
  });
});

describe('an answer of Graph', () => {
  const answers: readonly [string, readonly FaultInput[], ProblemCode][] = [
    ['401', [{ kind: 'fail', status: 401, path: BENEFIT_ITEMS }], 'graph-unauthenticated'],
    ['403 in the middle', [{ kind: 'fail', status: 403, path: BENEFIT_ITEMS }], 'graph-forbidden'],
    ['404 in the middle', [{ kind: 'fail', status: 404, path: BENEFIT_ITEMS }], 'list-not-found'],
    ['400', [{ kind: 'fail', status: 400, path: BENEFIT_ITEMS }], 'graph-broken-answer'],
    [
      '500, again and again',
      [{ kind: 'fail', status: 500, path: BENEFIT_ITEMS, calls: 3 }],
      'graph-unavailable',
    ],
    [
      '503, again and again',
      [{ kind: 'fail', status: 503, path: BENEFIT_ITEMS, calls: 3 }],
      'graph-unavailable',
    ],
    ['that is no JSON', [{ kind: 'malformed', page: 1, listId: LIST_IDS.benefits }], 'graph-broken-answer'],
    [
      'whose page breaks off, again and again',
      [1, 2, 3].map((page) => ({ kind: 'break-off', page, listId: LIST_IDS.benefits }) as const),
      'graph-unavailable',
    ],
  ];
  test.each(answers)('%s: a named problem', async (_what, faults, code) => {
    for (const fault of faults) stack.graph.control.provoke(fault);
    await expectProblem(code, code === 'graph-forbidden' ? [SITES.digital.name] : ['Nyttoregister']);
  });

  const passing: readonly [string, FaultInput][] = [
    ['500, once', { kind: 'fail', status: 500, path: BENEFIT_ITEMS }],
    ['502, twice', { kind: 'fail', status: 502, path: BENEFIT_ITEMS, calls: 2 }],
    ['429 with a wait of a second', { kind: 'throttle', retryAfterSeconds: 1, path: BENEFIT_ITEMS }],
    ['whose page breaks off, once', { kind: 'break-off', page: 1, listId: LIST_IDS.benefits }],
    ['that comes late, page by page', { kind: 'delay', delayMs: 300, path: '/items', calls: 5 }],
    ['that gives rows twice', { kind: 'repeat-rows', rows: 50, page: 2, listId: LIST_IDS.maturity }],
  ];
  test.each(passing)('%s: read all the same, and the figures are right', async (_what, fault) => {
    const before = await envelope();
    stack.graph.control.provoke(fault);
    const done = await refresh();
    expect(done).toMatchObject({ state: 'succeeded', problem: null });
    expect((await envelope()).result.figures).toEqual(before.result.figures);
  });
});

describe('Graph asks us to wait', () => {
  test('longer than a call may: the job waits in the queue, says until when, and then goes on', async () => {
    const before = await envelope();
    stack.graph.control.provoke({ kind: 'throttle', retryAfterSeconds: 4, path: BENEFIT_ITEMS });
    await askFor();
    await expect.poll(async () => (await job()).state).toBe('waiting');
    const waiting = await job();
    expect(waiting).toMatchObject({ endedAt: null, problem: { code: 'graph-throttled' } });
    expect(Date.parse(waiting.retryAt ?? '')).toBeGreaterThan(Date.parse(waiting.startedAt ?? ''));
    const meanwhile = await envelope();
    expect(meanwhile.result).toEqual(before.result);
    expect(meanwhile.freshness).toMatchObject({ state: 'refreshing', problem: { code: 'graph-throttled' } });
    await expect.poll(async () => (await job()).state).toBe('succeeded');
    expect((await envelope()).freshness.state).toBe('fresh');
  });

  test.each([
    [
      '429 without Retry-After',
      2024,
      { kind: 'fail', status: 429, path: BENEFIT_ITEMS },
      'graph-throttled',
      30,
    ],
    [
      '503 with a long Retry-After',
      2023,
      { kind: 'fail', status: 503, retryAfterSeconds: 90, path: BENEFIT_ITEMS },
      'graph-unavailable',
      90,
    ],
  ] as const)('%s: the job waits as long as it should', async (_what, year, fault, code, seconds) => {
    stack.graph.control.provoke(fault);
    await askFor(year);
    await expect.poll(async () => (await job(year)).state).toBe('waiting');
    const { retryAt, startedAt, problem } = await job(year);
    expect(problem?.code).toBe(code);
    const waitMs = Date.parse(retryAt ?? '') - Date.parse(startedAt ?? '');
    expect(waitMs).toBeGreaterThanOrEqual(seconds * 1000);
    // No call hangs meanwhile: the next tests are served.
    expect((await call('GET', '/years', { user: EMPLOYEE })).status).toBe(200);
  });
});

test('no problem on the way put a row, a name or a token into the log', () => {
  const log = stack.log.join('\n');
  expect(log).toContain('refresh-failed');
  expect(log).not.toMatch(/Instämmer|Bearer|eyJ|Nyttoregister|\bat .*\.ts:/);
});
