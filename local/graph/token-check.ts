import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { GraphRefusal } from './graph-refusal.ts';

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
 * Checks the Authorization header as Graph does; throws a 401 refusal. Without an issuer any bearer token is taken.
 */
export function createTokenCheck(
  issuer: TokenIssuer | undefined,
): (authorization: string | undefined) => Promise<void> {
  const keys = issuer === undefined ? null : createRemoteJWKSet(new URL(issuer.jwksUrl));
  return async (authorization) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw refuse('Access token is empty.');
    if (keys === null) return;
    try {
      await jwtVerify(token, keys, {
        audience: [AUDIENCE, `${AUDIENCE}/`, AUDIENCE_ID],
        ...(issuer?.issuers && { issuer: [...issuer.issuers] }),
      });
    } catch (error) {
      throw refuse(whyRefused(error));
    }
  };
}

function whyRefused(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'Lifetime validation failed, the token is expired.';
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
    return 'Access token validation failure. Invalid audience.';
  }
  if (error instanceof errors.JOSEError) return 'Signing key is invalid.';
  throw error;
}
