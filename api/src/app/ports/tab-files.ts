export type TabEncoding = 'br' | 'gzip';

/** One file of the built tab. */
export interface TabFile {
  /** Names its contents. */
  readonly hash: string;
  /** The file never changes under this name: its name holds a hash. */
  readonly immutable: boolean;
  /** Encodings it was compressed with when the release was built. */
  readonly encodings: readonly TabEncoding[];
  bytes(encoding: TabEncoding | null): Promise<Uint8Array>;
}

/** The built tab, as it lies in the package that is deployed. */
export interface TabFiles {
  /** @param path relative, with slashes; only files that were there at the start are found */
  find(path: string): Promise<TabFile | null>;
}
