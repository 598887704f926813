import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { ProblemError } from '../app/errors.ts';
import { ROLES, type Caller } from '../app/ports/caller.ts';

/** Which tokens are ours. `{tenant}` in a template stands for the tenant id. */
export interface TokenRules {
  readonly allowedTenants: readonly string[];
  readonly clientId: string;
  readonly issuerTemplate: string;
  readonly jwksTemplate: string;
}

/** Finds out who calls from the Authorization header. @throws ProblemError of the caller */
export type Authenticate = (authorization: string | null) => Promise<Caller>;

type KeySet = ReturnType<typeof createRemoteJWKSet>;

const SCOPE = 'access_as_user';
const CLOCK_SKEW_SECONDS = 60;
/** A token of Microsoft Entra stays well below; what is longer is not worth the work. */
const LONGEST_TOKEN = 16_384;

/**
 * Validates tokens itself, whoever issued them: signature by the tenant's published keys (RS256 only), issuer, audience,
 * tenant, times, scope and roles. The tenant is looked up on the allow-list before any key is fetched, so that a token
 * can't make us call an address of its choosing.
 */
export function createAuthenticate(rules: TokenRules): Authenticate {
  const keySets = new Map<string, KeySet>();
  const keysOf = (tenantId: string): KeySet => {
    const known = keySets.get(tenantId);
    if (known) return known;
    const made = createRemoteJWKSet(new URL(rules.jwksTemplate.replaceAll('{tenant}', tenantId)));
    keySets.set(tenantId, made);
    return made;
  };
  return async (authorization) => {
    const token = bearerToken(authorization);
    const tenantId = claimedTenant(token);
    if (!rules.allowedTenants.includes(tenantId)) throw new ProblemError('tenant-not-allowed');
    const payload = await verified(token, keysOf(tenantId), rules, tenantId);
    return callerOf(payload, tenantId);
  };
}

function bearerToken(authorization: string | null): string {
  if (authorization === null || authorization.trim() === '') throw new ProblemError('unauthenticated');
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization.trim())?.[1];
  if (token === undefined || token.length > LONGEST_TOKEN) throw new ProblemError('token-invalid');
  return token;
}

function claimedTenant(token: string): string {
  let payload: JWTPayload;
  try {
    payload = decodeJwt(token);
  } catch (error) {
    throw new ProblemError('token-invalid', {}, { cause: error });
  }
  const { tid } = payload;
  if (typeof tid !== 'string') throw new ProblemError('token-invalid');
  return tid;
}

async function verified(
  token: string,
  keys: KeySet,
  rules: TokenRules,
  tenantId: string,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer: rules.issuerTemplate.replaceAll('{tenant}', tenantId),
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['exp', 'nbf', 'iss', 'aud', 'tid', 'oid', 'scp'],
    });
    if (!isForUs(payload.aud, rules.clientId)) throw new ProblemError('token-invalid');
    return payload;
  } catch (error) {
    throw refusalOf(error);
  }
}

/** The client id, or the application id URI of older tokens, `api://host/client-id` or `api://client-id`. */
function isForUs(audience: unknown, clientId: string): boolean {
  if (typeof audience !== 'string') return false;
  return audience === clientId || (audience.startsWith('api://') && audience.split('/').at(-1) === clientId);
}

function refusalOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const options = { cause: error };
  if (error instanceof errors.JWTExpired) return new ProblemError('token-expired', {}, options);
  // The keys could not be fetched: says nothing of the token.
  const isOurs = error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError);
  if (isOurs || isKeyFetch(error)) return new ProblemError('internal', {}, options);
  return new ProblemError('token-invalid', {}, options);
}

/** jose reports an answer of the key server that is no key set with its base class. */
function isKeyFetch(error: errors.JOSEError): boolean {
  return error.code === 'ERR_JOSE_GENERIC' || error instanceof errors.JWKSInvalid;
}

function callerOf(payload: JWTPayload, tenantId: string): Caller {
  const { oid, scp, roles, name, preferred_username: userName } = payload;
  const hasScope = typeof scp === 'string' && scp.split(' ').includes(SCOPE);
  if (typeof oid !== 'string' || oid === '' || !hasScope) throw new ProblemError('token-invalid');
  const claimed: readonly unknown[] = Array.isArray(roles) ? roles : [];
  const shown = [name, userName, oid].find((text) => typeof text === 'string' && text !== '');
  return {
    tenantId,
    userId: oid,
    name: String(shown).slice(0, 200),
    roles: new Set(ROLES.filter((role) => claimed.includes(role))),
  };
}
