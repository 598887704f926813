import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { listen, type Listening } from '../../local/listen.ts';
import { API_CLIENT_ID } from '../../local/identity-issuer/users.ts';

/** How a tenant's key server behaves. */
export type KeyServer = 'published' | 'down' | 'not-json' | 'no-keys' | 'elsewhere';

export interface LabKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** Claims of a token, some of them wrong on purpose. */
export type Claims = Readonly<Record<string, unknown>>;

/** A key of its own for an attacker or a tenant. */
export async function makeKey(kid: string): Promise<LabKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', {
    modulusLength: 2048,
    extractable: true,
  });
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' } };
}

/** Plays an identity provider with keys of its own for each tenant, which can sign anything, also what Entra never would. */
export class TokenLab {
  /** Paths that were asked for. */
  readonly asked: string[] = [];
  readonly #keys = new Map<string, LabKey[]>();
  readonly #behaviour = new Map<string, KeyServer>();
  #server: Listening | null = null;

  get url(): string {
    return this.#server?.url ?? '';
  }

  /** Settings of the functions app that make it trust this lab. */
  environment(tenants: readonly string[]): Record<string, string> {
    return {
      ALLOWED_TENANTS: tenants.join(','),
      TOKEN_ISSUER_TEMPLATE: `${this.url}/{tenant}/v2.0`,
      TOKEN_ISSUER_V1_TEMPLATE: `${this.url}/sts/{tenant}/`,
      TOKEN_JWKS_TEMPLATE: `${this.url}/{tenant}/keys`,
      API_APP_ID_URI: `api://index.ekviken.example/${API_CLIENT_ID}`,
    };
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      this.asked.push(request.url ?? '');
      const [, tenant = '', last] = (request.url ?? '').split('/');
      const behaviour = last === 'keys' ? (this.#behaviour.get(tenant) ?? 'published') : 'down';
      const keys = (this.#keys.get(tenant) ?? []).map(({ publicJwk }) => publicJwk);
      if (behaviour === 'down') response.writeHead(503).end();
      else if (behaviour === 'elsewhere')
        response.writeHead(302, { location: `${this.url}/evil/keys` }).end();
      else if (behaviour === 'not-json') response.writeHead(200).end('<html>maintenance</html>');
      else response.writeHead(200).end(JSON.stringify({ keys: behaviour === 'no-keys' ? [] : keys }));
    });
    this.#server = await listen(server, 0, 'http');
  }

  async stop(): Promise<void> {
    await this.#server?.close();
  }

  /** Makes a new signing key for a tenant; the ones before stay published. */
  async addKey(tenantId: string): Promise<LabKey> {
    const keys = this.#keys.get(tenantId) ?? [];
    const key = await makeKey(`${tenantId.slice(0, 4)}-${keys.length + 1}`);
    this.#keys.set(tenantId, [...keys, key]);
    return key;
  }

  /** Publishes only the tenant's newest key from now on. */
  retireOldKeys(tenantId: string): void {
    this.#keys.set(tenantId, (this.#keys.get(tenantId) ?? []).slice(-1));
  }

  behave(tenantId: string, behaviour: KeyServer): void {
    this.#behaviour.set(tenantId, behaviour);
  }

  key(tenantId: string): LabKey {
    const key = this.#keys.get(tenantId)?.at(-1);
    if (!key) throw new Error(`the lab has no key of ${tenantId}`);
    return key;
  }

  /** The claims of a good v2 token. */
  v2(tenantId: string, userId: string, changes: Claims = {}): Claims {
    const now = Math.floor(Date.now() / 1000);
    return {
      iss: `${this.url}/${tenantId}/v2.0`,
      aud: API_CLIENT_ID,
      tid: tenantId,
      oid: userId,
      sub: userId,
      name: 'Test Testsson',
      scp: 'access_as_user',
      ver: '2.0',
      iat: now,
      nbf: now,
      exp: now + 3600,
      ...changes,
    };
  }

  /** The claims of a good v1 token. */
  v1(tenantId: string, userId: string, changes: Claims = {}): Claims {
    return this.v2(tenantId, userId, {
      iss: `${this.url}/sts/${tenantId}/`,
      aud: `api://index.ekviken.example/${API_CLIENT_ID}`,
      ver: '1.0',
      ...changes,
    });
  }

  /** Signs claims as they are. */
  sign(claims: Claims, key: LabKey, header: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid, ...header })
      .sign(key.privateKey);
  }
}
