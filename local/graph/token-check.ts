import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { GraphRefusal } from './graph-refusal.ts';

/** On whose behalf a call is made: the app's own, or somebody's. */
export type Actor = 'app' | 'person';

/** Who calls, as their token says. */
export interface GraphIdentity {
  readonly actor: Actor;
  /** Delegated permissions; none for the app's own token. */
  readonly scopes: readonly string[];
  readonly id: string;
  readonly name: string;
}

/** Who signs the tokens that the stand-in takes. */
export interface TokenIssuer {
  /** Where its public keys are, JWKS. */
  readonly jwksUrl: string;
  /** Exact `iss` values taken; left out, the signature alone tells who issued it. */
  readonly issuers?: readonly string[];
}

const AUDIENCE = 'https://graph.microsoft.com';
/** Microsoft's own id for Graph, which some tokens carry instead of the address. */
const AUDIENCE_ID = '00000003-0000-0000-c000-000000000000';

const refuse = (message: string): GraphRefusal =>
  new GraphRefusal(401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="${AUDIENCE_ID}"`,
  });

/**
 * Checks the Authorization header as Graph does and tells who calls; throws a 401 refusal. Without an issuer any bearer
 * token is taken.
 */
export function createTokenCheck(
  issuer: TokenIssuer | undefined,
): (authorization: string | undefined) => Promise<GraphIdentity> {
  const keys = issuer === undefined ? null : createRemoteJWKSet(new URL(issuer.jwksUrl));
  return async (authorization) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw refuse('Access token is empty.');
    if (keys === null) return identityOf(unverified(token));
    try {
      const { payload } = await jwtVerify(token, keys, {
        audience: [AUDIENCE, `${AUDIENCE}/`, AUDIENCE_ID],
        ...(issuer?.issuers && { issuer: [...issuer.issuers] }),
      });
      return identityOf(payload);
    } catch (error) {
      throw refuse(whyRefused(error));
    }
  };
}

/** A token on behalf of somebody has scopes, the app's own has roles. */
function identityOf({ scp, oid, appid, name }: JWTPayload): GraphIdentity {
  const isPerson = typeof scp === 'string';
  return {
    actor: isPerson ? 'person' : 'app',
    scopes: isPerson ? scp.split(' ') : [],
    id: textOf(oid) || textOf(appid),
    name: textOf(name),
  };
}

function textOf(claim: unknown): string {
  return typeof claim === 'string' ? claim : '';
}

function unverified(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    return {};
  }
}

function whyRefused(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'Lifetime validation failed, the token is expired.';
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
    return 'Access token validation failure. Invalid audience.';
  }
  if (error instanceof errors.JOSEError) return 'Signing key is invalid.';
  throw error;
}
