import { createHmac } from 'node:crypto';
import { exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { ProblemCode } from '#core/contracts/problem.ts';
import { API_CLIENT_ID } from '../../local/identity-issuer/users.ts';
import { makeKey, type Claims, type LabKey, type TokenLab } from './token-lab.ts';

export const TENANT_A = 'aaaaaaaa-1111-4111-8111-aaaaaaaaaaaa';
export const TENANT_B = 'bbbbbbbb-2222-4222-8222-bbbbbbbbbbbb';
/** Has a good key server, but is not on the allow-list. */
export const TENANT_OUTSIDE = 'cccccccc-3333-4333-8333-cccccccccccc';
const USER = '11111111-0000-4000-8000-000000000001';

export interface Attack {
  readonly name: string;
  readonly code: ProblemCode;
  /** The whole Authorization header. */
  readonly header: () => Promise<string | null> | string | null;
}

const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const seconds = (): number => Math.floor(Date.now() / 1000);

/** Every way we know to get in with a token that should not let one in, and what each must be told. */
export async function attacks(lab: TokenLab): Promise<readonly Attack[]> {
  const good = lab.key(TENANT_A);
  const other = lab.key(TENANT_B);
  const outside = lab.key(TENANT_OUTSIDE);
  const evil = await makeKey('evil');
  const { privateKey: ecKey } = await generateKeyPair('ES256');
  const a = (changes: Claims = {}) => lab.v2(TENANT_A, USER, changes);
  const without = (...names: readonly string[]): Claims =>
    Object.fromEntries(Object.entries(a()).filter(([name]) => !names.includes(name)));
  const attack = (name: string, header: Attack['header'], code: ProblemCode = 'token-invalid'): Attack => ({
    name,
    code,
    header,
  });
  const signed =
    (claims: () => Claims, key: LabKey = good, header: Readonly<Record<string, unknown>> = {}) =>
    async () =>
      `Bearer ${await lab.sign(claims(), key, header)}`;
  const raw = (header: unknown, payload: unknown, signature = 'c2ln') =>
    `Bearer ${part(header)}.${part(payload)}.${signature}`;
  const algorithm = async (alg: string, key: CryptoKey | Uint8Array) =>
    `Bearer ${await new SignJWT(a()).setProtectedHeader({ alg, kid: good.kid }).sign(key)}`;
  const sameRsaKey = async (alg: string) => {
    const jwk = await crypto.subtle.exportKey('jwk', good.privateKey);
    return (await importJWK({ ...jwk, alg, key_ops: ['sign'] }, alg)) as CryptoKey;
  };
  const pem = new TextEncoder().encode(
    await exportSPKI((await importJWK(good.publicJwk, 'RS256', { extractable: true })) as CryptoKey),
  );
  const hmac = (secret: string | Uint8Array) => () => {
    const content = `${part({ alg: 'HS256', kid: good.kid })}.${part(a())}`;
    return `Bearer ${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
  };
  const pieces = async () => (await lab.sign(a(), good)).split('.') as [string, string, string];

  return [
    // no token, or none that is one
    attack('no header', () => null, 'unauthenticated'),
    attack('an empty header', () => '  ', 'unauthenticated'),
    attack('a password', () => `Basic ${part('admin:admin')}`),
    attack('a scheme without a token', () => 'Bearer '),
    attack('a word', () => 'Bearer token'),
    attack('two tokens', async () => {
      const token = await lab.sign(a(), good);
      return `Bearer ${token}, Bearer ${token}`;
    }),
    attack('five parts, as an encrypted token has', () => `Bearer ${part({ alg: 'RSA-OAEP' })}.a.b.c.d`),
    attack('a header that is no JSON', () => raw('{', a())),
    attack('a payload that is no JSON', () => raw({ alg: 'RS256', kid: good.kid }, 'tid')),
    attack('a payload that is a list', () => raw({ alg: 'RS256', kid: good.kid }, [TENANT_A])),
    attack(
      'a token of 14,000 characters, well signed',
      signed(() => a({ junk: 'x'.repeat(10_000) })),
    ),
    // the signature
    attack('no signature', async () => `Bearer ${(await pieces()).slice(0, 2).join('.')}.`),
    attack('a signature of nothing', () => raw({ alg: 'RS256', kid: good.kid }, a())),
    attack('one letter of the signature changed', async () => {
      const [header, payload, signature] = await pieces();
      return `Bearer ${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    }),
    attack('the signature of another payload', async () => {
      const [header, , signature] = await pieces();
      return `Bearer ${header}.${part(a({ roles: ['Index.Admin'] }))}.${signature}`;
    }),
    // the algorithm
    attack('alg none', () => raw({ alg: 'none', kid: good.kid }, a())),
    attack('alg nOnE', () => raw({ alg: 'nOnE' }, a())),
    attack('alg none with a good signature left on', async () => {
      const [, payload, signature] = await pieces();
      return `Bearer ${part({ alg: 'none', kid: good.kid })}.${payload}.${signature}`;
    }),
    attack('no alg', () => raw({ kid: good.kid }, a())),
    attack('HMAC with the public key as its secret', hmac(pem)),
    attack('HMAC with the modulus as its secret', hmac(good.publicJwk.n ?? '')),
    attack('HMAC with the key’s name as its secret', hmac(good.kid)),
    attack('HMAC with an empty secret', hmac('')),
    attack('RS384 by the right key', async () => algorithm('RS384', await sameRsaKey('RS384'))),
    attack('RS512 by the right key', async () => algorithm('RS512', await sameRsaKey('RS512'))),
    attack('PS256 by the right key', async () => algorithm('PS256', await sameRsaKey('PS256'))),
    attack('an elliptic curve under the name of our key', () => algorithm('ES256', ecKey)),
    // the key
    attack('the attacker’s key under our key’s name', signed(a, evil, { kid: good.kid })),
    attack('the attacker’s key under its own name', signed(a, evil)),
    attack('the attacker’s key inside the token', signed(a, evil, { jwk: evil.publicJwk })),
    attack('the address of the attacker’s keys', signed(a, evil, { jku: `${lab.url}/evil/keys` })),
    attack('the address of the attacker’s certificate', signed(a, evil, { x5u: `${lab.url}/evil/cert` })),
    attack('the attacker’s certificate', signed(a, evil, { kid: good.kid, x5c: ['MIIB'] })),
    attack('a good key that is not named', signed(a, good, { kid: undefined })),
    attack('a key’s name that is a path', signed(a, evil, { kid: '../../../../dev/null' })),
    attack('a key’s name that is a query', signed(a, evil, { kid: "x' or 1 eq 1 or 'x" })),
    attack('a key’s name that is a list', () => raw({ alg: 'RS256', kid: [good.kid] }, a())),
    attack('a key’s name of 8,000 letters', signed(a, evil, { kid: 'k'.repeat(8_000) })),
    attack('an extension that must be understood', () =>
      raw({ alg: 'RS256', kid: good.kid, crit: ['evil'], evil: true }, a()),
    ),
    // the tenant
    attack('another allowed tenant’s key', signed(a, other)),
    attack('another allowed tenant’s key under our key’s name', signed(a, other, { kid: good.kid })),
    attack(
      'another allowed tenant’s issuer',
      signed(() => a({ iss: `${lab.url}/${TENANT_B}/v2.0` })),
    ),
    attack(
      'a tenant that is not on the list, all its own',
      signed(() => lab.v2(TENANT_OUTSIDE, USER), outside),
      'tenant-not-allowed',
    ),
    attack(
      'a tenant that is not on the list, signed by one that is',
      signed(() => a({ tid: TENANT_OUTSIDE })),
      'tenant-not-allowed',
    ),
    attack('our tenant, signed by one that is not on the list', signed(a, outside)),
    attack(
      '“common” for a tenant',
      signed(() => a({ tid: 'common' })),
      'tenant-not-allowed',
    ),
    attack(
      'a path for a tenant',
      signed(() => a({ tid: `${TENANT_B}/../${TENANT_A}` })),
      'tenant-not-allowed',
    ),
    attack(
      'our tenant in capitals',
      signed(() => a({ tid: TENANT_A.toUpperCase() })),
      'tenant-not-allowed',
    ),
    attack(
      'a list of tenants',
      signed(() => a({ tid: [TENANT_A] })),
    ),
    attack(
      'no tenant',
      signed(() => without('tid')),
    ),
    // issuer and version
    attack(
      'an issuer elsewhere',
      signed(() => a({ iss: `https://evil.example/${TENANT_A}/v2.0` })),
    ),
    attack(
      'an issuer with a slash too many',
      signed(() => a({ iss: `${lab.url}/${TENANT_A}/v2.0/` })),
    ),
    attack(
      'no issuer',
      signed(() => without('iss')),
    ),
    attack(
      'a v2 issuer on a v1 token',
      signed(() => a({ ver: '1.0' })),
    ),
    attack(
      'a v1 issuer on a v2 token',
      signed(() => lab.v1(TENANT_A, USER, { ver: '2.0' })),
    ),
    attack(
      'no version',
      signed(() => without('ver')),
    ),
    // the audience
    attack(
      'a token for another API',
      signed(() => a({ aud: '00000003-0000-0000-c000-000000000000' })),
    ),
    attack(
      'a token for Microsoft Graph',
      signed(() => a({ aud: 'https://graph.microsoft.com' })),
    ),
    attack(
      'our id among several audiences',
      signed(() => a({ aud: [API_CLIENT_ID, 'other'] })),
    ),
    attack(
      'another registration’s URI that ends in our id',
      signed(() => lab.v1(TENANT_A, USER, { aud: `api://${TENANT_A}/${API_CLIENT_ID}` })),
    ),
    attack(
      'an application id URI on a v2 token',
      signed(() => a({ aud: `api://${API_CLIENT_ID}` })),
    ),
    attack(
      'our id with a letter more',
      signed(() => a({ aud: `${API_CLIENT_ID}0` })),
    ),
    attack(
      'no audience',
      signed(() => without('aud')),
    ),
    // time
    attack(
      'expired long ago',
      signed(() => a({ exp: seconds() - 3600 })),
      'token-expired',
    ),
    attack(
      'expired just beyond the tolerance',
      signed(() => a({ exp: seconds() - 62 })),
      'token-expired',
    ),
    attack(
      'not valid before tomorrow',
      signed(() => a({ nbf: seconds() + 86_400 })),
    ),
    attack(
      'not valid until just beyond the tolerance',
      signed(() => a({ nbf: seconds() + 120 })),
    ),
    attack(
      'no expiry',
      signed(() => without('exp')),
    ),
    attack(
      'an expiry that is a text',
      signed(() => a({ exp: '9999999999' })),
    ),
    attack(
      'no start',
      signed(() => without('nbf')),
    ),
    // scope and person
    attack(
      'no scope: an id token',
      signed(() => ({ ...without('scp'), nonce: 'n' })),
    ),
    attack(
      'an app’s own token with the admin role',
      signed(() => ({ ...without('scp'), roles: ['Index.Admin'] })),
    ),
    attack(
      'an app’s own token with a scope',
      signed(() => a({ idtyp: 'app' })),
    ),
    attack(
      'another scope',
      signed(() => a({ scp: 'User.Read' })),
    ),
    attack(
      'a scope that begins like ours',
      signed(() => a({ scp: 'access_as_user.all' })),
    ),
    attack(
      'our scope in capitals',
      signed(() => a({ scp: 'ACCESS_AS_USER' })),
    ),
    attack(
      'a list of scopes',
      signed(() => a({ scp: ['access_as_user'] })),
    ),
    attack(
      'no person',
      signed(() => without('oid')),
    ),
    attack(
      'a person that is no id',
      signed(() => a({ oid: "x' or PartitionKey ne '" })),
    ),
    attack(
      'a person that is an object',
      signed(() => a({ oid: { $ne: null } })),
    ),
    // roles: the token is good, the role is not
    ...[
      ['no roles', {}],
      ['a role as a text', { roles: 'Index.Admin' }],
      ['a role in small letters', { roles: ['index.admin'] }],
      ['a role with a space', { roles: ['Index.Admin '] }],
      ['a role inside a list', { roles: [['Index.Admin']] }],
      ['roles as an object', { roles: { 0: 'Index.Admin', length: 1 } }],
      ['the role as a directory role', { wids: ['Index.Admin'], groups: ['Index.Admin'] }],
      ['the role as a scope', { scp: 'access_as_user Index.Admin' }],
      ['the role of a manager', { roles: ['Index.Manager'] }],
    ].map(([name, changes]) =>
      attack(
        `admin by ${name as string}`,
        signed(() => a(changes as Claims)),
        'forbidden',
      ),
    ),
  ];
}
