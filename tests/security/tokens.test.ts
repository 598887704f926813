import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '#core/contracts/problem.ts';
import { PROBLEM_STATUS } from '#core/contracts/endpoint-contract.ts';
import { API_CLIENT_ID } from '../../local/identity-issuer/users.ts';
import { startEmptyStack, type RunningStack } from '../support/running-stack.ts';
import { attacks, TENANT_A, TENANT_B, TENANT_OUTSIDE, type Attack } from './attack-tokens.ts';
import { TokenLab } from './token-lab.ts';

const USER = '22222222-0000-4000-8000-000000000002';
const TENANT_DOWN = 'dddddddd-0000-4000-8000-000000000001';
const TENANT_GARBAGE = 'dddddddd-0000-4000-8000-000000000002';
const TENANT_KEYLESS = 'dddddddd-0000-4000-8000-000000000003';
const TENANT_MOVED = 'dddddddd-0000-4000-8000-000000000004';
const ALLOWED = [TENANT_A, TENANT_B, TENANT_DOWN, TENANT_GARBAGE, TENANT_KEYLESS, TENANT_MOVED];

const lab = new TokenLab();
let stack: RunningStack;
let all: readonly Attack[];

beforeAll(async () => {
  await lab.start();
  for (const tenantId of [...ALLOWED, TENANT_OUTSIDE]) await lab.addKey(tenantId);
  lab.behave(TENANT_DOWN, 'down');
  lab.behave(TENANT_GARBAGE, 'not-json');
  lab.behave(TENANT_KEYLESS, 'no-keys');
  lab.behave(TENANT_MOVED, 'elsewhere');
  [stack, all] = await Promise.all([startEmptyStack(lab.environment(ALLOWED)), attacks(lab)]);
});

afterAll(async () => {
  await stack.stop();
  await lab.stop();
});

async function call(authorization: string | null, path = '/settings'): Promise<Response> {
  return fetch(`${stack.url}/api${path}`, {
    headers: { 'accept-language': 'en', ...(authorization !== null && { authorization }) },
  });
}

const years = async (claims: Readonly<Record<string, unknown>>, tenantId = TENANT_A) =>
  call(`Bearer ${await lab.sign(claims, lab.key(tenantId))}`, '/years');

describe('tokens that must not let anybody in', () => {
  test('are each refused with the right problem, at an endpoint for admins', async () => {
    expect(all.length).toBeGreaterThanOrEqual(80);
    const answered = [];
    for (const { name, header } of all) {
      const response = await call(await header());
      const { code, detail } = (await response.json()) as Problem;
      answered.push([name, code, response.status]);
      // What is wrong with a token is nobody's business but ours: no library's words reach the caller.
      expect(detail).not.toMatch(/jose|JWT|JWS|signature|"/i);
    }
    expect(answered).toEqual(all.map(({ name, code }) => [name, code, PROBLEM_STATUS[code]]));
  });

  test('never make us call an address of theirs', () => {
    expect(lab.asked.filter((path) => !/^\/[\da-f-]{36}\/keys$/.test(path))).toEqual([]);
    // Nor fetch the keys of a tenant that is not on the list.
    expect(lab.asked.filter((path) => path.includes(TENANT_OUTSIDE))).toEqual([]);
  });

  test('leave no token, name or object id in the log', () => {
    expect(stack.log.join('\n')).not.toMatch(/eyJ|Testsson|11111111-0000/);
  });
});

describe('tokens that let a person in', () => {
  test.each([
    ['v2', () => lab.v2(TENANT_A, USER)],
    ['v1 for the application id URI', () => lab.v1(TENANT_A, USER)],
    ['v1 for the client id', () => lab.v1(TENANT_A, USER, { aud: API_CLIENT_ID })],
    ['v1 for api://client-id', () => lab.v1(TENANT_A, USER, { aud: `api://${API_CLIENT_ID}` })],
    ['with other scopes beside ours', () => lab.v2(TENANT_A, USER, { scp: 'email access_as_user openid' })],
    ['with a role that we do not know', () => lab.v2(TENANT_A, USER, { roles: ['Other.Admin'] })],
    [
      'expired within the tolerance',
      () => lab.v2(TENANT_A, USER, { exp: Math.floor(Date.now() / 1000) - 20 }),
    ],
    [
      'valid in a moment, within the tolerance',
      () => lab.v2(TENANT_A, USER, { nbf: Math.floor(Date.now() / 1000) + 40 }),
    ],
  ])('%s', async (_name, claims) => {
    expect((await years(claims())).status).toBe(200);
  });

  test('an admin of one tenant reaches the admin endpoints', async () => {
    const token = await lab.sign(lab.v2(TENANT_A, USER, { roles: ['Index.Admin'] }), lab.key(TENANT_A));
    expect(((await (await call(`Bearer ${token}`)).json()) as Problem).code).toBe('not-configured');
  });
});

describe('a key server that fails', () => {
  test.each([
    ['does not answer', TENANT_DOWN],
    ['answers with a page', TENANT_GARBAGE],
    ['sends us elsewhere', TENANT_MOVED],
  ])('and %s is not the caller’s fault, and nobody gets in', async (_name, tenantId) => {
    const response = await years(lab.v2(tenantId, USER), tenantId);
    expect(response.status).toBe(503);
    expect(((await response.json()) as Problem).code).toBe('sign-in-unavailable');
  });

  test('and has no keys lets nobody in', async () => {
    const response = await years(lab.v2(TENANT_KEYLESS, USER), TENANT_KEYLESS);
    expect(((await response.json()) as Problem).code).toBe('token-invalid');
  });

  test('does not keep other tenants out', async () => {
    expect((await years(lab.v2(TENANT_B, USER), TENANT_B)).status).toBe(200);
  });
});
