import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';

/** The keys could not be had: this says nothing of the token. */
export class KeysUnavailableError extends Error {
  override readonly name = 'KeysUnavailableError';
}

/** How long keys live. Tests shorten these; nothing else does. */
export interface KeyTimings {
  /** A key set older than this is fetched again. */
  readonly maxAgeMs: number;
  /** An unknown key makes us fetch again, but not sooner than this after the last time. */
  readonly cooldownMs: number;
  /** A key set that can't be fetched again goes on serving for so long. */
  readonly staleMs: number;
  readonly timeoutMs: number;
}

export const KEY_TIMINGS: KeyTimings = {
  maxAgeMs: 10 * 60_000,
  cooldownMs: 30_000,
  staleMs: 24 * 3_600_000,
  timeoutMs: 5_000,
};

/**
 * The published signing keys at one address. A key that is new to us is looked for again, so that a rotation needs no
 * restart; an outage of the key server leaves the keys we have in force for a day. Redirects are not followed, and a
 * token must name its key.
 *
 * @throws KeysUnavailableError where there are no keys, or where a key is unknown while the server does not answer
 */
export function signingKeys(address: URL, timings: KeyTimings = KEY_TIMINGS): JWTVerifyGetKey {
  let last: { readonly text: string; readonly at: number } | null = null;
  let isFailing = false;
  const fetchKeys: typeof fetch = async (url, options) => {
    try {
      const response = await fetch(url, options);
      if (response.status !== 200) throw new Error(`the key server answered ${response.status}`);
      const text = await response.text();
      // Throws where it is no key set; an answer that is none must not take the place of one that is.
      createLocalJWKSet(JSON.parse(text) as Parameters<typeof createLocalJWKSet>[0]);
      last = { text, at: Date.now() };
      isFailing = false;
      return new Response(text);
    } catch (error) {
      isFailing = true;
      if (last && Date.now() - last.at < timings.staleMs) return new Response(last.text);
      throw new KeysUnavailableError('no signing keys', { cause: error });
    }
  };
  const keys = createRemoteJWKSet(address, {
    cacheMaxAge: timings.maxAgeMs,
    cooldownDuration: timings.cooldownMs,
    timeoutDuration: timings.timeoutMs,
    [customFetch]: fetchKeys,
  });
  return async (header, token) => {
    if (typeof header.kid !== 'string') throw new errors.JWKSNoMatchingKey();
    try {
      return await keys(header, token);
    } catch (error) {
      if (isFailing && error instanceof errors.JWKSNoMatchingKey) {
        throw new KeysUnavailableError('a key that is not known yet', { cause: error });
      }
      throw error;
    }
  };
}
