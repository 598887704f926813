import type { SecretClient } from '@azure/keyvault-secrets';
import type { SecretStore } from '../../app/ports/secret-store.ts';

/** Secrets in Azure Key Vault, reached by managed identity. Names are letters, digits and hyphens, as Key Vault wants. */
export class KeyVaultSecretStore implements SecretStore {
  readonly #client: () => Promise<SecretClient>;

  /** @param client made at the first use: its packages are large */
  constructor(client: () => Promise<SecretClient>) {
    this.#client = client;
  }

  async read(name: string): Promise<string | null> {
    try {
      return (await (await this.#client()).getSecret(name)).value ?? null;
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  }

  async write(name: string, value: string): Promise<void> {
    await (await this.#client()).setSecret(name, value);
  }

  async remove(name: string): Promise<void> {
    try {
      await (await this.#client()).beginDeleteSecret(name);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
}

function isNotFound(error: unknown): boolean {
  return (error as { readonly statusCode?: unknown } | null)?.statusCode === 404;
}
