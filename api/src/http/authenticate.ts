import { decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { ProblemError } from '../app/errors.ts';
import { ROLES, type Caller } from '../app/ports/caller.ts';
import { KEY_TIMINGS, KeysUnavailableError, signingKeys, type KeyTimings } from './signing-keys.ts';

/** Which tokens are ours. `{tenant}` in a template stands for the tenant id. */
export interface TokenRules {
  readonly allowedTenants: readonly string[];
  readonly clientId: string;
  /** The registration's application id URI, `api://host/client-id`; null where it has none beside the client id. */
  readonly appIdUri: string | null;
  readonly issuerTemplate: string;
  /** Issuer of v1 tokens: a registration whose requestedAccessTokenVersion is not 2 gets them. */
  readonly issuerV1Template: string;
  readonly jwksTemplate: string;
}

/** Finds out who calls from the Authorization header. @throws ProblemError of the caller */
export type Authenticate = (authorization: string | null) => Promise<Caller>;

const SCOPE = 'access_as_user';
const CLOCK_SKEW_SECONDS = 60;
/** A token of Microsoft Entra stays well below; what is longer is not worth the work. */
const LONGEST_TOKEN = 12_288;
const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Validates tokens itself, whoever issued them: signature by the tenant's published keys (RS256 only), issuer, audience,
 * tenant, times, scope and roles. The tenant is looked up on the allow-list before any key is fetched, so that a token
 * can't make us call an address of its choosing.
 */
export function createAuthenticate(rules: TokenRules, timings: KeyTimings = KEY_TIMINGS): Authenticate {
  const keySets = new Map<string, JWTVerifyGetKey>();
  const keysOf = (tenantId: string): JWTVerifyGetKey => {
    const known = keySets.get(tenantId);
    if (known) return known;
    const made = signingKeys(new URL(filled(rules.jwksTemplate, tenantId)), timings);
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

function filled(template: string, tenantId: string): string {
  return template.replaceAll('{tenant}', tenantId);
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
  keys: JWTVerifyGetKey,
  rules: TokenRules,
  tenantId: string,
): Promise<JWTPayload> {
  const v2 = filled(rules.issuerTemplate, tenantId);
  const v1 = filled(rules.issuerV1Template, tenantId);
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer: [v2, v1],
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['exp', 'nbf', 'iss', 'aud', 'tid', 'oid', 'scp', 'ver'],
    });
    // Each version has its issuer; a token that mixes them was put together by somebody else.
    if (payload['ver'] !== (payload.iss === v2 ? '2.0' : '1.0')) throw new ProblemError('token-invalid');
    if (!audiencesOf(rules, payload.iss === v2).includes(payload.aud))
      throw new ProblemError('token-invalid');
    return payload;
  } catch (error) {
    throw refusalOf(error);
  }
}

/**
 * The audiences that mean this API, each exactly: an application id URI that merely ends in our client id may be another
 * registration's.
 */
function audiencesOf({ clientId, appIdUri }: TokenRules, isV2: boolean): readonly unknown[] {
  if (isV2) return [clientId];
  return [clientId, `api://${clientId}`, ...(appIdUri === null ? [] : [appIdUri])];
}

function refusalOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const options = { cause: error };
  if (error instanceof errors.JWTExpired) return new ProblemError('token-expired', {}, options);
  if (error instanceof KeysUnavailableError || error instanceof errors.JWKSTimeout) {
    return new ProblemError('sign-in-unavailable', {}, options);
  }
  if (error instanceof errors.JOSEError) return new ProblemError('token-invalid', {}, options);
  return new ProblemError('internal', {}, options);
}

function callerOf(payload: JWTPayload, tenantId: string): Caller {
  const { oid, scp, roles, name, idtyp, preferred_username: userName } = payload;
  const hasScope = typeof scp === 'string' && scp.split(' ').includes(SCOPE);
  const isPerson = typeof oid === 'string' && GUID.test(oid) && idtyp !== 'app';
  if (!isPerson || !hasScope) throw new ProblemError('token-invalid');
  const claimed: readonly unknown[] = Array.isArray(roles) ? roles : [];
  const shown = [name, userName, oid].find((text) => typeof text === 'string' && text !== '');
  return {
    tenantId,
    userId: oid,
    // A name is shown and stored, never logged; control characters in it would only serve to deceive.
    name: String(shown).replaceAll(/\p{C}/gu, '').slice(0, 200),
    roles: new Set(ROLES.filter((role) => claimed.includes(role))),
  };
}
