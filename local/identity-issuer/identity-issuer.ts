import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { listen, type Listening } from '../listen.ts';
import { API_CLIENT_ID, TENANT_ID, type SampleUser } from './users.ts';

/** Claims to put in place of the usual ones, to make a token that must be refused. */
export interface TokenOptions {
  readonly lifetimeSeconds?: number;
  readonly claims?: Readonly<Record<string, unknown>>;
}

export interface IdentityIssuer extends Listening {
  /** A token for the app's API, as Teams' single sign-on gives it. */
  userToken(user: SampleUser, options?: TokenOptions): Promise<string>;
  /** Signs any claims, for the other endpoints of the authority. */
  sign(claims: Readonly<Record<string, unknown>>, lifetimeSeconds: number): Promise<string>;
  /** The keys that tokens are signed with. */
  publicKeys(): readonly JWK[];
  /** Signs with a new key from now on; the old one stays published. */
  rotateKeys(): Promise<void>;
}

interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/**
 * Plays Microsoft Entra: discovery, signing keys, tokens for users, and the managed-identity endpoint of App Service, so
 * that the API validates and fetches tokens by the same code as in Azure.
 *
 * @param identityHeader what a caller of the managed-identity endpoint must know (IDENTITY_HEADER)
 */
export async function startIdentityIssuer(port: number, identityHeader: string): Promise<IdentityIssuer> {
  const keys = [await makeKey('1')];
  const current = (): SigningKey => keys.at(-1) ?? raise('no signing key');
  const sign = (claims: Readonly<Record<string, unknown>>, lifetimeSeconds: number) => {
    const { kid, privateKey } = current();
    const nowSeconds = Math.floor(Date.now() / 1000);
    return new SignJWT({ iat: nowSeconds, nbf: nowSeconds, exp: nowSeconds + lifetimeSeconds, ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .sign(privateKey);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    });
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', listening.url);
    if (url.pathname.endsWith('/.well-known/openid-configuration')) {
      const tenant = url.pathname.split('/')[1] ?? TENANT_ID;
      const issuer = `${listening.url}/${tenant}/v2.0`;
      json(response, 200, { issuer, jwks_uri: `${listening.url}/${tenant}/discovery/v2.0/keys` });
    } else if (url.pathname.endsWith('/discovery/v2.0/keys')) {
      json(response, 200, { keys: keys.map(({ publicJwk }) => publicJwk) });
    } else if (url.pathname === '/msi/token') {
      await answerManagedIdentity(request, response, url);
    } else {
      json(response, 404, { error: 'not_found' });
    }
  };
  const answerManagedIdentity = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    if (request.headers['x-identity-header'] !== identityHeader) {
      json(response, 401, { error: 'unauthorized' });
      return;
    }
    const resource = url.searchParams.get('resource') ?? '';
    const lifetimeSeconds = 3600;
    const claims = {
      iss: `${listening.url}/${TENANT_ID}/`,
      aud: resource.replace(/\/\.default$/, ''),
      tid: TENANT_ID,
      appid: API_CLIENT_ID,
      roles: ['Sites.Selected'],
      ver: '1.0',
    };
    json(response, 200, {
      access_token: await sign(claims, lifetimeSeconds),
      expires_on: String(Math.floor(Date.now() / 1000) + lifetimeSeconds),
      resource,
      token_type: 'Bearer',
    });
  };
  const listening = await listen(server, port, 'http');
  return {
    ...listening,
    userToken: (user, { lifetimeSeconds = 3600, claims = {} } = {}) =>
      sign(
        {
          iss: `${listening.url}/${user.tenantId}/v2.0`,
          aud: API_CLIENT_ID,
          tid: user.tenantId,
          oid: user.id,
          sub: user.id,
          name: user.displayName,
          preferred_username: user.userPrincipalName,
          scp: 'access_as_user',
          roles: user.roles,
          ver: '2.0',
          ...claims,
        },
        lifetimeSeconds,
      ),
    sign,
    publicKeys: () => keys.map(({ publicJwk }) => publicJwk),
    rotateKeys: async () => void keys.push(await makeKey(String(keys.length + 1))),
  };
}

async function makeKey(name: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', {
    modulusLength: 2048,
    extractable: true,
  });
  const kid = `local-${name}`;
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' } };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function raise(message: string): never {
  throw new Error(message);
}
