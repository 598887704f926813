import type { TokenCredential } from '@azure/identity';

export interface AppTokensOptions {
  /** The API's app registration. */
  readonly clientId: string;
  readonly authorityHost: string;
  readonly scope: string;
  /** The managed identity's word for the app, in place of a secret. */
  readonly assertion: () => Promise<string>;
}

/**
 * Tokens of the app registration itself. The managed identity has a token of its own, but Teams lets only the registration
 * that stands in the app's manifest notify people.
 */
export class AppTokens {
  readonly #options: AppTokensOptions;
  /** One for each tenant; it keeps its tokens as long as they are good. */
  readonly #credentials = new Map<string, TokenCredential>();

  constructor(options: AppTokensOptions) {
    this.#options = options;
  }

  /** @throws Error where the directory gives none */
  async token(tenantId: string): Promise<string> {
    const { clientId, authorityHost, scope, assertion } = this.#options;
    let credential = this.#credentials.get(tenantId);
    if (!credential) {
      const { ClientAssertionCredential } = await import('@azure/identity');
      credential = new ClientAssertionCredential(tenantId, clientId, assertion, {
        authorityHost,
        disableInstanceDiscovery: true,
      });
      this.#credentials.set(tenantId, credential);
    }
    const given = await credential.getToken(scope);
    if (!given) throw new Error('the directory gave no token');
    return given.token;
  }
}
