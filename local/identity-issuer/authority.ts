import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { createLocalJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { listen, type Listening } from '../listen.ts';
import type { IdentityIssuer } from './identity-issuer.ts';
import { API_CLIENT_ID, TENANT_ID } from './users.ts';

/** Microsoft Entra's token endpoint, as far as exchanging a caller's token goes. */
export interface Authority extends Listening {
  /** Whether the tenant has consented to the app's delegated permissions; to one of them, where it is named. */
  setConsent(isGiven: boolean, permission?: string): void;
  /** Exchanges since the start. */
  exchanges(): number;
  /** Answers to exchanges wait for this. */
  holdUntil(released: Promise<unknown>): void;
}

const EXCHANGE_AUDIENCE = 'api://AzureADTokenExchange';
const GRAPH = 'https://graph.microsoft.com';
/** Delegated permissions of the app's registration, as infra/modules/registration.bicep asks for them. */
const PERMISSIONS: readonly string[] = [
  'User.Read',
  'Sites.Read.All',
  'Sites.Manage.All',
  'ChannelMessage.Send',
];
/** What a token of the registration itself says; what it may do is granted where the Teams app is installed. */
const OF_APP = { aud: GRAPH, tid: TENANT_ID, appid: API_CLIENT_ID, idtyp: 'app' } as const;
const LIFETIME_SECONDS = 3600;

/** Refuses in Entra's own way: an OAuth error and a code that its libraries look for. */
class Refusal extends Error {
  readonly error: string;
  constructor(error: string, description: string) {
    super(description);
    this.error = error;
  }
}

/**
 * Serves discovery and the on-behalf-of exchange over TLS, since the identity library talks to nothing else. Both the
 * caller's token and the app's assertion are verified, as Entra verifies them.
 */
export async function startAuthority(
  port: number,
  certificate: { readonly key: string; readonly cert: string },
  issuer: IdentityIssuer,
): Promise<Authority> {
  const consented = new Set(PERMISSIONS);
  let exchanges = 0;
  let released: Promise<unknown> = Promise.resolve();
  const server = createServer(certificate, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (error instanceof Refusal) {
        send(response, 400, { error: error.error, error_description: error.message });
      } else {
        send(response, 500, { error: 'server_error', error_description: String(error) });
      }
    });
  });
  const listening = await listen(server, port, 'https');

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', listening.url);
    const tenant = pathname.split('/')[1] ?? TENANT_ID;
    const base = `${listening.url}/${tenant}`;
    if (pathname.endsWith('/.well-known/openid-configuration')) {
      send(response, 200, {
        issuer: `${base}/v2.0`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
      });
    } else if (request.method === 'POST' && pathname.endsWith('/oauth2/v2.0/token')) {
      send(response, 200, await exchange(new URLSearchParams(await readText(request))));
    } else {
      send(response, 404, { error: 'not_found' });
    }
  }

  async function exchange(form: URLSearchParams): Promise<unknown> {
    await released;
    exchanges += 1;
    const isKnownUse =
      form.get('requested_token_use') === 'on_behalf_of' || form.get('grant_type') === 'client_credentials';
    if (!isKnownUse || form.get('client_id') !== API_CLIENT_ID) {
      throw new Refusal('unauthorized_client', 'AADSTS700016: Application was not found.');
    }
    const isApp = form.get('grant_type') === 'client_credentials';
    await verified(
      form.get('client_assertion'),
      EXCHANGE_AUDIENCE,
      'AADSTS700211: No matching federated identity.',
    );
    if (isApp) return given({ ...OF_APP, iss: `${issuer.url}/${TENANT_ID}/` });
    const person = await verified(form.get('assertion'), API_CLIENT_ID, 'AADSTS50013: Assertion failed.');
    const asked = (form.get('scope') ?? '').split(' ').map((scope) => scope.replace(`${GRAPH}/`, ''));
    const lacking = PERMISSIONS.some((name) => asked.includes(name) && !consented.has(name));
    if (lacking || consented.size === 0) {
      throw new Refusal(
        'invalid_grant',
        'AADSTS65001: The user or administrator has not consented to use the app.',
      );
    }
    const claims = {
      iss: `${issuer.url}/${TENANT_ID}/`,
      aud: GRAPH,
      tid: TENANT_ID,
      appid: API_CLIENT_ID,
      oid: person['oid'],
      name: person['name'],
      scp: [...consented].join(' '),
    };
    return given(claims);
  }

  async function given(claims: Readonly<Record<string, unknown>>): Promise<unknown> {
    return {
      token_type: 'Bearer',
      expires_in: LIFETIME_SECONDS,
      ext_expires_in: LIFETIME_SECONDS,
      access_token: await issuer.sign(claims, LIFETIME_SECONDS),
    };
  }

  async function verified(token: string | null, audience: string, refusal: string): Promise<JWTPayload> {
    try {
      const keys = createLocalJWKSet({ keys: [...issuer.publicKeys()] });
      return (await jwtVerify(token ?? '', keys, { audience })).payload;
    } catch (error) {
      throw new Refusal('invalid_grant', `${refusal} ${error instanceof Error ? error.message : ''}`);
    }
  }

  return {
    ...listening,
    setConsent: (isGiven, permission) => {
      for (const name of permission === undefined ? PERMISSIONS : [permission]) {
        if (isGiven) consented.add(name);
        else consented.delete(name);
      }
    },
    exchanges: () => exchanges,
    holdUntil: (until) => {
      released = until;
    },
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
