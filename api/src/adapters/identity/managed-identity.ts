import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/identity';

/**
 * The function app's managed identity: no secret anywhere. The identity package is large and is loaded at the first
 * token, so that a reader's request never waits for it.
 */
export class LazyManagedIdentity implements TokenCredential {
  readonly #clientId: string | null;
  #loading: Promise<TokenCredential> | null = null;

  /** @param clientId of a user-assigned identity; null for the system-assigned one */
  constructor(clientId: string | null) {
    this.#clientId = clientId;
  }

  async getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken | null> {
    this.#loading ??= this.#load();
    return (await this.#loading).getToken(scopes, options);
  }

  /** A bare token. @throws Error where the identity gives none */
  async token(scope: string): Promise<string> {
    const token = await this.getToken(scope);
    if (token === null) throw new Error(`the managed identity gave no token for ${scope}`);
    return token.token;
  }

  async #load(): Promise<TokenCredential> {
    const { ManagedIdentityCredential } = await import('@azure/identity');
    return this.#clientId === null
      ? new ManagedIdentityCredential()
      : new ManagedIdentityCredential({ clientId: this.#clientId });
  }
}
