import { ApiProblem } from './api-problem.ts';

/** Gives the token that the API asks for. */
export interface TokenSource {
  /** A token with time left; `fresh` asks the host again even so. @throws ApiProblem */
  token(options?: { readonly fresh?: boolean }): Promise<string>;
  /** App roles in the latest token: they decide what is offered, never what is allowed. */
  roles(): readonly string[];
}

/** A token with less than this left is fetched anew, so that it does not expire on its way. */
const MARGIN_MS = 120_000;

interface Claims {
  readonly expiresAtMs: number;
  readonly roles: readonly string[];
}

/** Reads expiry and roles from a token. It is not validated here: the API does that. Null for an unreadable one. */
export function readClaims(token: string): Claims | null {
  try {
    const payload = token.split('.')[1] ?? '';
    const json: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof json !== 'object' || json === null) return null;
    const exp = 'exp' in json && typeof json.exp === 'number' ? json.exp : 0;
    const roles = 'roles' in json && Array.isArray(json.roles) ? json.roles : [];
    return { expiresAtMs: exp * 1000, roles: roles.filter((role) => typeof role === 'string') };
  } catch {
    return null;
  }
}

/** The host's reasons are short words in no fixed list; these mean that someone must consent first. */
const CONSENT = /consent|interaction_required|invalid_grant/i;

/**
 * Keeps the host's token until it is about to expire. Several callers at once share one question to the host.
 *
 * @param askHost rejects with the host's reason
 * @param nowMs the clock
 */
export function createTokenSource(askHost: () => Promise<string>, nowMs: () => number): TokenSource {
  let kept: { readonly token: string; readonly claims: Claims | null } | null = null;
  let asking: Promise<string> | null = null;

  async function ask(): Promise<string> {
    try {
      const token = await askHost();
      kept = { token, claims: readClaims(token) };
      return token;
    } catch (error) {
      kept = null;
      const reason = error instanceof Error ? error.message : String(error);
      const code = CONSENT.test(reason) ? 'consent-required' : 'sign-in-failed';
      throw new ApiProblem({ code, status: 0 }, { cause: error });
    }
  }

  return {
    async token({ fresh = false } = {}) {
      const goodUntilMs = (kept?.claims?.expiresAtMs ?? 0) - MARGIN_MS;
      if (kept !== null && !fresh && nowMs() < goodUntilMs) return kept.token;
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
    roles: () => kept?.claims?.roles ?? [],
  };
}
