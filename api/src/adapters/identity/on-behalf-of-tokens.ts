import { createHash } from 'node:crypto';
import { ProblemError } from '../../app/errors.ts';
import type { OnBehalfOf } from '../../app/ports/on-behalf-of.ts';

export interface OnBehalfOfOptions {
  /** The API's app registration. */
  readonly clientId: string;
  readonly authorityHost: string;
  readonly scope: string;
  /** The managed identity's word for the app, in place of a secret: a token for {@link EXCHANGE_AUDIENCE}. */
  readonly assertion: () => Promise<string>;
}

/** Who a managed identity's token must be for, to stand in for a client secret. */
export const EXCHANGE_AUDIENCE = 'api://AzureADTokenExchange';
/** A token is not used in its last minutes. */
const MARGIN_MS = 5 * 60_000;
const MOST_KEPT = 200;

interface Kept {
  readonly token: string;
  readonly until: number;
}

/** Exchanges a caller's token for one to Graph on their behalf: a federated credential, no secret. */
export class OnBehalfOfTokens implements OnBehalfOf {
  readonly #options: OnBehalfOfOptions;
  /** By a digest of the caller's token, so that no token of ours is found by one who has the map's keys. */
  readonly #kept = new Map<string, Kept>();

  constructor(options: OnBehalfOfOptions) {
    this.#options = options;
  }

  async graphToken(tenantId: string, userToken: string): Promise<string> {
    const key = createHash('sha256').update(`${tenantId} ${userToken}`).digest('base64');
    const kept = this.#kept.get(key);
    if (kept && kept.until > Date.now()) return kept.token;
    const { clientId, authorityHost, scope, assertion } = this.#options;
    const { OnBehalfOfCredential } = await import('@azure/identity');
    const options = {
      tenantId,
      clientId,
      userAssertionToken: userToken,
      getAssertion: assertion,
      authorityHost,
      // The authority is configured, so there is nothing to discover; it serves sovereign and local ones alike.
      disableInstanceDiscovery: true,
    };
    const credential = new OnBehalfOfCredential(options);
    try {
      const { token, expiresOnTimestamp } = await credential.getToken(scope);
      if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
      this.#kept.set(key, { token, until: expiresOnTimestamp - MARGIN_MS });
      return token;
    } catch (error) {
      throw refusalOf(error);
    }
  }
}

/** The directory says why in its code: consent that is missing is something IT can mend. */
function refusalOf(error: unknown): ProblemError {
  const words = error instanceof Error ? error.message : '';
  const options = { cause: error };
  // 65001: no consent; 65004: declined; 50105: not assigned; interaction_required: consent or multi-factor.
  if (/AADSTS(65001|65004|50105)|consent_required|interaction_required/.test(words)) {
    return new ProblemError('consent-missing', {}, options);
  }
  if (/AADSTS(500133|50013)/.test(words)) return new ProblemError('token-expired', {}, options);
  return new ProblemError('graph-unauthenticated', { list: 'SharePoint' }, options);
}
