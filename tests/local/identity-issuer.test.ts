import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startIdentityIssuer, type IdentityIssuer } from '../../local/identity-issuer/identity-issuer.ts';
import { ADMIN, API_CLIENT_ID, EMPLOYEE, TENANT_ID } from '../../local/identity-issuer/users.ts';

let issuer: IdentityIssuer;
beforeAll(async () => {
  issuer = await startIdentityIssuer(0, 'known-header');
});
afterAll(() => issuer.close());

describe('the identity issuer', () => {
  const keys = () => createRemoteJWKSet(new URL(`${issuer.url}/${TENANT_ID}/discovery/v2.0/keys`));

  test('gives tokens for the API that its published keys verify', async () => {
    const { payload } = await jwtVerify(await issuer.userToken(ADMIN), keys(), {
      issuer: `${issuer.url}/${TENANT_ID}/v2.0`,
      audience: API_CLIENT_ID,
    });
    expect(payload).toMatchObject({
      tid: TENANT_ID,
      oid: ADMIN.id,
      scp: 'access_as_user',
      roles: ['Index.Admin'],
    });
  });

  test('keeps old tokens valid after a key rotation', async () => {
    const before = await issuer.userToken(EMPLOYEE);
    await issuer.rotateKeys();
    const after = await issuer.userToken(EMPLOYEE);
    for (const token of [before, after]) await expect(jwtVerify(token, keys())).resolves.toBeTruthy();
  });

  test('publishes where its keys are', async () => {
    const response = await fetch(`${issuer.url}/${TENANT_ID}/v2.0/.well-known/openid-configuration`);
    expect(await response.json()).toMatchObject({ issuer: `${issuer.url}/${TENANT_ID}/v2.0` });
  });

  test('gives a managed identity token only to who knows the header', async () => {
    const address = `${issuer.url}/msi/token?resource=https://graph.microsoft.com&api-version=2019-08-01`;
    expect((await fetch(address)).status).toBe(401);
    const answer = await fetch(address, { headers: { 'x-identity-header': 'known-header' } });
    const { access_token: token } = (await answer.json()) as { readonly access_token: string };
    const { payload } = await jwtVerify(token, keys());
    expect(payload.aud).toBe('https://graph.microsoft.com');
  });
});
