import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningGraph, startGraph } from './running-graph.ts';
import { SITE_ID } from './small-tenant.ts';

const ISSUER = 'http://issuer.example/smaby/v2.0';
const own = await generateKeyPair('RS256');
const foreign = await generateKeyPair('RS256');
let issuer: Server;
let graph: RunningGraph;

beforeAll(async () => {
  const key = { ...(await exportJWK(own.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  issuer = createServer((_, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ keys: [key] }));
  });
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
  const { port } = issuer.address() as AddressInfo;
  graph = await startGraph({
    tokenIssuer: { jwksUrl: `http://127.0.0.1:${port}/keys`, issuers: [ISSUER] },
  });
});
afterAll(async () => {
  await graph.close();
  issuer.close();
});

interface Wish {
  readonly audience?: string;
  readonly issuer?: string;
  readonly expiresAt?: string | number;
  readonly key?: CryptoKey;
}

async function answerTo(wish: Wish): Promise<[status: number, message: string | undefined]> {
  const token = await new SignJWT({ roles: ['Sites.Selected'] })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .setIssuer(wish.issuer ?? ISSUER)
    .setAudience(wish.audience ?? 'https://graph.microsoft.com')
    .setExpirationTime(wish.expiresAt ?? '5m')
    .sign(wish.key ?? own.privateKey);
  return answer(`Bearer ${token}`);
}

async function answer(authorization: string): Promise<[number, string | undefined]> {
  const response = await graph.get(`/sites/${SITE_ID}`, { Authorization: authorization });
  const body = (await response.json()) as { error?: { code: string; message: string } };
  if (response.status === 401) expect(body.error?.code).toBe('InvalidAuthenticationToken');
  return [response.status, body.error?.message];
}

it('takes a token of the issuer for Graph', async () => {
  expect(await answerTo({})).toEqual([200, undefined]);
  expect(await answerTo({ audience: '00000003-0000-0000-c000-000000000000' })).toEqual([200, undefined]);
});

it('refuses no token, an expired one, one for another audience, of another issuer, or signed by another key', async () => {
  expect(await answer('')).toEqual([401, 'Access token is empty.']);
  expect(await answer('Basic YTpi')).toEqual([401, 'Access token is empty.']);
  expect(await answer('Bearer a.b.c')).toEqual([401, 'Signing key is invalid.']);
  expect(await answerTo({ expiresAt: 1 })).toEqual([401, expect.stringContaining('expired')]);
  expect(await answerTo({ audience: 'api://annan' })).toEqual([401, expect.stringContaining('audience')]);
  expect((await answerTo({ issuer: 'http://annan.example' }))[0]).toBe(401);
  expect((await answerTo({ key: foreign.privateKey }))[0]).toBe(401);
});
