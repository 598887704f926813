/** Keeps secrets apart from everything else. Names are letters, digits and hyphens, at most 127. */
export interface SecretStore {
  read(name: string): Promise<string | null>;
  write(name: string, value: string): Promise<void>;
  remove(name: string): Promise<void>;
}
