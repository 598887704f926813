import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAuthenticate, type Authenticate } from '../../api/src/http/authenticate.ts';
import { KEY_TIMINGS, type KeyTimings } from '../../api/src/http/signing-keys.ts';
import { API_CLIENT_ID } from '../../local/identity-issuer/users.ts';
import { TokenLab, type LabKey } from './token-lab.ts';

const USER = '33333333-0000-4000-8000-000000000003';
const lab = new TokenLab();
let tenants = 0;
let tenantId: string;
let first: LabKey;

beforeAll(() => lab.start());
afterAll(() => lab.stop());
beforeEach(async () => {
  tenants += 1;
  tenantId = `eeeeeeee-0000-4000-8000-${String(tenants).padStart(12, '0')}`;
  first = await lab.addKey(tenantId);
});

function authenticateWith(timings: Partial<KeyTimings>): Authenticate {
  const rules = {
    allowedTenants: [tenantId],
    clientId: API_CLIENT_ID,
    appIdUri: null,
    issuerTemplate: `${lab.url}/{tenant}/v2.0`,
    issuerV1Template: `${lab.url}/sts/{tenant}/`,
    jwksTemplate: `${lab.url}/{tenant}/keys`,
  };
  return createAuthenticate(rules, { ...KEY_TIMINGS, ...timings });
}

const bearer = async (key: LabKey) => `Bearer ${await lab.sign(lab.v2(tenantId, USER), key)}`;
const asks = () => lab.asked.filter((path) => path.includes(tenantId)).length;

describe('signing keys', () => {
  test('that are new are looked for at once, and old ones hold while they are published', async () => {
    const authenticate = authenticateWith({ cooldownMs: 0 });
    await authenticate(await bearer(first));
    const second = await lab.addKey(tenantId);
    await expect(authenticate(await bearer(second))).resolves.toMatchObject({ userId: USER });
    await expect(authenticate(await bearer(first))).resolves.toMatchObject({ userId: USER });
  });

  test('that are withdrawn stop working when the set has grown old', async () => {
    const authenticate = authenticateWith({ maxAgeMs: 0 });
    await authenticate(await bearer(first));
    await lab.addKey(tenantId);
    lab.retireOldKeys(tenantId);
    await expect(authenticate(await bearer(first))).rejects.toMatchObject({ code: 'token-invalid' });
  });

  test('that nobody knows make us ask once, not once for each token', async () => {
    const authenticate = authenticateWith({});
    await authenticate(await bearer(first));
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const token = await lab.sign(lab.v2(tenantId, USER), first, { kid: `made-up-${attempt}` });
      await expect(authenticate(`Bearer ${token}`)).rejects.toMatchObject({ code: 'token-invalid' });
    }
    expect(asks()).toBe(1);
  });

  test.each(['down', 'not-json', 'elsewhere'] as const)(
    'go on serving while their server is %s',
    async (behaviour) => {
      const authenticate = authenticateWith({ maxAgeMs: 0 });
      await authenticate(await bearer(first));
      lab.behave(tenantId, behaviour);
      await expect(authenticate(await bearer(first))).resolves.toMatchObject({ userId: USER });
      const unknown = await lab.addKey(tenantId);
      await expect(authenticate(await bearer(unknown))).rejects.toMatchObject({
        code: 'sign-in-unavailable',
      });
    },
  );

  test('stop serving when the outage has lasted too long', async () => {
    const authenticate = authenticateWith({ maxAgeMs: 0, staleMs: 0 });
    await authenticate(await bearer(first));
    lab.behave(tenantId, 'down');
    await expect(authenticate(await bearer(first))).rejects.toMatchObject({ code: 'sign-in-unavailable' });
    lab.behave(tenantId, 'published');
    await expect(authenticate(await bearer(first))).resolves.toMatchObject({ userId: USER });
  });
});
