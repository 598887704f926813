import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RefreshJob, StoredSettings } from '#core/contracts/admin.ts';
import { ENDPOINTS } from '#core/contracts/endpoints.ts';
import type { EndpointContract } from '#core/contracts/endpoint-contract.ts';
import { openApiDocument } from '#core/contracts/openapi.ts';
import type { Problem } from '#core/contracts/problem.ts';
import type { ResultEnvelope, YearList } from '#core/contracts/read.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { ADMIN, EMPLOYEE, MANAGER } from '../../local/identity-issuer/users.ts';
import { sampleSettings } from '../../local/sample-tenant/sample-settings.ts';
import { openApiProbe, problemOf, type CallApi } from '../support/api-probe.ts';
import { startEmptyStack, type RunningStack } from '../support/running-stack.ts';

/** The product from its first day: nothing saved, then settings, then a first result. The tests go in this order. */
let stack: RunningStack;
let call: CallApi;

beforeAll(async () => {
  stack = await startEmptyStack();
  call = await openApiProbe(stack);
});

afterAll(() => stack.stop());

const save = (json: unknown, headers: Readonly<Record<string, string>> = {}, user = ADMIN) =>
  call<StoredSettings & Problem>('PUT', '/settings', { user, json, headers });
const FIRST = { 'if-none-match': '*' };

describe('the service', () => {
  test('is healthy without sign-in once it reaches its storage', async () => {
    const { status, body, headers } = await call('GET', '/health');
    expect([status, body]).toEqual([200, { status: 'ok', version: '0.1.0' }]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('serves the OpenAPI document that the contract makes', async () => {
    const { body } = await call('GET', '/openapi.json');
    expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument('0.1.0'))));
  });

  test.each(['/years', '/settings', '/openapi.json', '/results/2025', '/finns-inte'])(
    'guards its answer to %s by headers',
    async (path) => {
      const { headers } = await call('GET', path, { user: ADMIN });
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers.get('x-correlation-id')).toMatch(/^[\w.-]{8,64}$/);
      expect(headers.has('x-powered-by')).toBe(false);
    },
  );
});

describe('before anything is set up', () => {
  test('the list of years is empty and says so', async () => {
    const { body } = await call<YearList>('GET', '/years', { user: EMPLOYEE });
    expect(body).toEqual({ organisationName: null, configured: false, years: [] });
  });

  test.each([
    ['GET', '/results/2025', undefined],
    ['GET', '/results/2025/initiatives', undefined],
    ['GET', '/results/2025/change?against=2024', undefined],
    ['GET', '/results/2025/moves', undefined],
    ['GET', '/settings', undefined],
    ['POST', '/refreshes', { year: 2025 }],
    ['POST', '/digests/preview', { year: 2025 }],
  ])('%s %s answers that the app has not been set up', async (method, path, json) => {
    const answer = await call<Problem>(method, path, { user: ADMIN, ...(json && { json }) });
    expect(problemOf(answer)).toEqual({ status: 404, code: 'not-configured' });
    expect(answer.body.title).toBe('Appen är inte inställd än');
  });
});

describe('saving settings', () => {
  test('is asked to say what it replaces', async () => {
    expect(problemOf(await save(sampleSettings))).toEqual({ status: 428, code: 'precondition-required' });
    expect(problemOf(await save(sampleSettings, { 'if-match': '*' }))).toEqual({
      status: 412,
      code: 'settings-conflict',
    });
  });

  test('gives a first version with its ETag, and who saved it', async () => {
    const { status, body, headers } = await save(sampleSettings, FIRST);
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 1, savedBy: 'Amira Ahl', settings: sampleSettings });
    expect(headers.get('etag')).toBe('"v1"');
    const readBack = await call<StoredSettings>('GET', '/settings', { user: ADMIN });
    expect(readBack.body).toEqual(body);
    const known = { 'if-none-match': readBack.headers.get('etag') ?? '' };
    expect((await call('GET', '/settings', { user: ADMIN, headers: known })).status).toBe(304);
  });

  test('of somebody who was slower is refused with the version that holds now', async () => {
    const changed = { ...sampleSettings, organisationName: 'Ekvikens kommun, ändrad' };
    expect(problemOf(await save(changed, FIRST))).toEqual({ status: 412, code: 'settings-conflict' });
    expect((await save(changed, { 'if-match': '"v1"' })).body.version).toBe(2);
    const late = await save(sampleSettings, { 'if-match': '"v1"' });
    expect(problemOf(late)).toEqual({ status: 412, code: 'settings-conflict' });
    expect(late.body.detail).toContain('version 2');
    const { body } = await call<StoredSettings>('GET', '/settings', { user: ADMIN });
    expect(body.settings.organisationName).toBe(changed.organisationName);
  });

  test('by ten at once lets one win', async () => {
    const named = (name: string): Settings => ({ ...sampleSettings, organisationName: name });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => save(named(`Skrivare ${index}`), { 'if-match': '"v2"' })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(9).fill(412)]);
    const won = answers.findIndex(({ status }) => status === 200);
    const { body } = await call<StoredSettings>('GET', '/settings', { user: ADMIN });
    expect(body).toMatchObject({ version: 3, settings: { organisationName: `Skrivare ${won}` } });
  });

  test.each(['', '{', '[1,', '{"a":1}}', '\u0000', '{"organisationName":"\ud800'])(
    'refuses content that is no JSON: %j',
    async (raw) => {
      const headers = { 'if-match': '"v3"' };
      const answer = await call<Problem>('PUT', '/settings', { user: ADMIN, raw, headers });
      expect(problemOf(answer)).toEqual({ status: 400, code: 'malformed-json' });
      expect(answer.body.title).toBe('Anropet gick inte att läsa');
    },
  );

  test('points out each thing that is wrong', async () => {
    const wrong = { ...sampleSettings, organisationName: '', years: [1812], method: { minimumGroupSize: 4 } };
    const answer = await save(wrong, { 'if-match': '"v3"' });
    expect(problemOf(answer)).toEqual({ status: 400, code: 'invalid-request' });
    expect(answer.body.errors?.map(({ path }) => path).toSorted()).toEqual([
      'body.method.minimumGroupSize',
      'body.organisationName',
      'body.years.0',
    ]);
  });

  test('takes no more than a megabyte', async () => {
    const answer = await save(
      { ...sampleSettings, padding: 'x'.repeat(1024 * 1024) },
      { 'if-match': '"v3"' },
    );
    expect(problemOf(answer)).toEqual({ status: 413, code: 'payload-too-large' });
    expect(answer.body.detail).toContain('1 MB');
  });

  test('is for admins', async () => {
    for (const user of [EMPLOYEE, MANAGER]) {
      expect(problemOf(await save(sampleSettings, { 'if-match': '"v3"' }, user))).toEqual({
        status: 403,
        code: 'forbidden',
      });
      expect(problemOf(await call('GET', '/settings', { user }))).toEqual({ status: 403, code: 'forbidden' });
    }
  });
});

describe('a refresh', () => {
  test('that nobody has asked for is not there', async () => {
    expect(problemOf(await call('GET', '/refreshes/2025', { user: ADMIN }))).toEqual({
      status: 404,
      code: 'not-found',
    });
  });

  test('of a year that is not in the settings is refused by its number', async () => {
    const answer = await call<Problem>('POST', '/refreshes', { user: ADMIN, json: { year: 2019 } });
    expect(problemOf(answer)).toEqual({ status: 404, code: 'unknown-year' });
    expect(answer.body.detail).toContain('2019');
  });

  test('goes through the queue, shows where it reads, and ends with a result', async () => {
    // Held up, so that the reading can be seen.
    stack.graph.control.provoke({ kind: 'delay', delayMs: 600_000, path: '/items', calls: 1 });
    const asked = await call<RefreshJob>('POST', '/refreshes', { user: ADMIN, json: { year: 2025 } });
    expect([asked.status, asked.body.state]).toEqual([202, 'queued']);
    const job = async () => (await call<RefreshJob>('GET', '/refreshes/2025', { user: ADMIN })).body;
    await expect.poll(async () => (await job()).state).toBe('running');
    // Asked for again it is the same one.
    const again = await call<RefreshJob>('POST', '/refreshes', { user: ADMIN, json: { year: 2025 } });
    expect(again.body.requestedAt).toBe(asked.body.requestedAt);
    stack.graph.control.provoke({ kind: 'release' });
    await expect.poll(async () => (await job()).state).toBe('succeeded');
    expect(await job()).toMatchObject({
      problem: null,
      retryAt: null,
      correlationId: asked.body.correlationId,
    });
    expect((await job()).rowsRead).toBeGreaterThan(9000);
    const { body } = await call<ResultEnvelope>('GET', '/results/2025', { user: EMPLOYEE });
    expect(body.result.settingsVersion).toBe(3);
    expect(body.freshness.state).toBe('fresh');
  });

  test('asks Graph for nothing but the mapped columns and never for who made a row', () => {
    const items = stack.graph.control.calls().filter(({ path }) => path.endsWith('/items'));
    expect(items.length).toBeGreaterThan(0);
    for (const { query } of items) {
      expect(query['$select']).toBe('id');
      expect(query['$expand']).toMatch(/^fields\(\$select=[\w,]+\)$/);
      expect(query['$expand']).not.toMatch(/createdBy|Author|Editor|Besvarad|Kommentar/);
    }
  });

  test('is for admins', async () => {
    for (const user of [EMPLOYEE, MANAGER]) {
      const asked = await call('POST', '/refreshes', { user, json: { year: 2025 } });
      expect(problemOf(asked)).toEqual({ status: 403, code: 'forbidden' });
      expect(problemOf(await call('GET', '/refreshes/2025', { user })).code).toBe('forbidden');
    }
  });
});

describe('every endpoint', () => {
  const contracts = Object.entries(ENDPOINTS) as [string, EndpointContract][];
  const guarded = contracts.filter(([, { access }]) => access !== 'anonymous');
  const pathOf = ({ path }: EndpointContract) =>
    path
      .replace('/api', '')
      .replace('{year}', '2025')
      .replaceAll(/\{\w+\}/g, 'x');

  test.each(guarded)('%s asks for sign-in', async (_name, contract) => {
    const answer = await call(contract.method, pathOf(contract));
    expect(problemOf(answer)).toEqual({ status: 401, code: 'unauthenticated' });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  test.each(contracts.filter(([, { access }]) => access === 'admin'))(
    '%s refuses who is no admin',
    async (_name, contract) => {
      const answer = await call(contract.method, pathOf(contract), { user: MANAGER });
      expect(problemOf(answer)).toEqual({ status: 403, code: 'forbidden' });
    },
  );

  test('answers a method that its address does not take with those that it does', async () => {
    const answer = await call<Problem>('PATCH', '/settings', { user: ADMIN });
    expect(problemOf(answer)).toEqual({ status: 405, code: 'method-not-allowed' });
    expect(answer.headers.get('allow')?.split(', ').toSorted()).toEqual(['GET', 'PUT']);
    expect(problemOf(await call('DELETE', '/results/2025', { user: ADMIN })).code).toBe('method-not-allowed');
  });

  test.each(['/finns-inte', '/', '/results', '/results/2025/hemligt', '/admin'])(
    'but no other address: %s',
    async (path) => {
      expect(problemOf(await call('GET', path, { user: ADMIN }))).toEqual({ status: 404, code: 'not-found' });
    },
  );
});

describe('a problem', () => {
  test('is RFC 9457 problem details with a code and the correlation id of its log line', async () => {
    const headers = { 'x-correlation-id': 'prov-0123456789' };
    const answer = await call<Problem>('GET', '/results/2019', { user: EMPLOYEE, headers });
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toEqual({
      type: 'urn:digitaliseringsindex:problem:unknown-year',
      title: 'Året finns inte',
      status: 404,
      detail: 'År 2019 ingår inte i indexet. Välj ett annat år, eller lägg till det i inställningarna.',
      code: 'unknown-year',
      correlationId: 'prov-0123456789',
    });
    await expect.poll(() => stack.log.some((line) => line.includes('prov-0123456789'))).toBe(true);
  });

  test.each([
    ['sv', 'sv'],
    ['en', 'en'],
    ['en-GB, sv;q=0.5', 'en'],
    ['de, en;q=0.2, sv;q=0.9', 'sv'],
    ['de', 'sv'],
    ['*', 'sv'],
    ['en;q=0', 'sv'],
    [';;;,,,=', 'sv'],
  ])('asked for in "%s" is told in %s', async (language, told) => {
    const { headers } = await call('GET', '/results/2019', { user: EMPLOYEE, language });
    expect(headers.get('content-language')).toBe(told);
  });

  test('takes no correlation id that could break a log line', async () => {
    const headers = { 'x-correlation-id': 'a"}\u00e5 {"event":"x' };
    const { body } = await call<Problem>('GET', '/results/2019', { user: EMPLOYEE, headers });
    expect(body.correlationId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
