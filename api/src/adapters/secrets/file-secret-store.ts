import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SecretStore } from '../../app/ports/secret-store.ts';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Secrets in one encrypted file, for a machine without a Key Vault. AES-256-GCM over the whole, a fresh nonce each
 * time; written beside and renamed, so that a crash leaves the old file or the new one.
 */
export class FileSecretStore implements SecretStore {
  readonly #path: string;
  readonly #key: Buffer;
  #writing: Promise<void> = Promise.resolve();

  /** @param key 32 bytes */
  constructor(path: string, key: Buffer) {
    this.#path = path;
    this.#key = key;
  }

  async read(name: string): Promise<string | null> {
    return (await this.#load())[name] ?? null;
  }

  write(name: string, value: string): Promise<void> {
    return this.#change((secrets) => ({ ...secrets, [name]: value }));
  }

  remove(name: string): Promise<void> {
    return this.#change((secrets) =>
      Object.fromEntries(Object.entries(secrets).filter(([key]) => key !== name)),
    );
  }

  /** One change at a time, or one would undo the other. */
  #change(
    change: (secrets: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
  ): Promise<void> {
    const next = this.#writing.then(async () => this.#save(change(await this.#load())));
    this.#writing = next.catch(() => undefined);
    return next;
  }

  async #load(): Promise<Readonly<Record<string, string>>> {
    let bytes: Buffer;
    try {
      bytes = await readFile(this.#path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
      throw error;
    }
    const decipher = createDecipheriv(ALGORITHM, this.#key, bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return JSON.parse(text.toString('utf8')) as Record<string, string>;
  }

  async #save(secrets: Readonly<Record<string, string>>): Promise<void> {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key, iv);
    const text = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()]);
    await mkdir(dirname(this.#path), { recursive: true });
    const beside = `${this.#path}.new`;
    await writeFile(beside, Buffer.concat([iv, cipher.getAuthTag(), text]), { mode: 0o600 });
    await rename(beside, this.#path);
  }
}
