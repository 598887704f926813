import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { TabEncoding, TabFile, TabFiles } from '../../app/ports/tab-files.ts';

const SUFFIXES: Readonly<Record<TabEncoding, string>> = { br: '.br', gzip: '.gz' };
/** As the tab's build names what it hashes: `main-B4x_9a2Z.js`. */
const HASHED = /-[\w-]{8,}\.\w+$/;

/**
 * The tab's files in a folder. The folder is listed once and a path is looked up in that list, so that no path can lead out
 * of it. Contents are read at the first request and kept: the whole tab is about a megabyte.
 */
export class FolderTabFiles implements TabFiles {
  readonly #folder: string;
  #names: Promise<ReadonlySet<string>> | null = null;
  readonly #files = new Map<string, Promise<TabFile>>();
  readonly #bytes = new Map<string, Promise<Uint8Array>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async find(path: string): Promise<TabFile | null> {
    this.#names ??= this.#list();
    const names = await this.#names;
    if (!names.has(path) || Object.values(SUFFIXES).some((suffix) => path.endsWith(suffix))) return null;
    const known = this.#files.get(path);
    if (known) return known;
    const made = this.#open(path, names);
    this.#files.set(path, made);
    return made;
  }

  /** Files that are no part of the site (`.vite/`) begin with a dot. */
  async #list(): Promise<ReadonlySet<string>> {
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.#folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
    return new Set(paths.filter((path) => !path.split('/').some((part) => part.startsWith('.'))));
  }

  async #open(path: string, names: ReadonlySet<string>): Promise<TabFile> {
    const hash = createHash('sha256')
      .update(await this.#read(path))
      .digest('hex');
    const encodings = (['br', 'gzip'] as const).filter((encoding) => names.has(path + SUFFIXES[encoding]));
    return {
      hash,
      immutable: HASHED.test(path),
      encodings,
      bytes: (encoding) => this.#read(encoding === null ? path : path + SUFFIXES[encoding]),
    };
  }

  #read(path: string): Promise<Uint8Array> {
    const known = this.#bytes.get(path);
    if (known) return known;
    const reading = readFile(join(this.#folder, path));
    this.#bytes.set(path, reading);
    return reading;
  }
}
