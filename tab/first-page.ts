import type { Plugin } from 'vite';

/**
 * Where the first page begins: the entry that says hello to the host, and what it goes on to, the overview, and its words.
 * All are loaded at the same time; see {@link preloadFirstPage}.
 */
export const FIRST_PAGE_MODULES = [
  '/src/main.ts',
  '/src/app/start-app.tsx',
  '/src/features/overview/overview-page.tsx',
  '/src/texts/start-sv.ts',
] as const;

/** The parts of a built chunk that tell what the first page takes. */
export interface BuiltChunk {
  readonly fileName: string;
  readonly code: string;
  readonly imports: readonly string[];
  readonly moduleIds: readonly string[];
}

/**
 * The chunks that the first page takes: every one that it imports, however far away, each once.
 *
 * @throws Error where a beginning of the first page is in no chunk, as the list would then be too short
 */
export function firstPageChunks(chunks: readonly BuiltChunk[]): readonly BuiltChunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const needed = new Set<BuiltChunk>();
  const walk = (chunk: BuiltChunk): void => {
    if (needed.has(chunk)) return;
    needed.add(chunk);
    for (const name of chunk.imports) {
      const imported = byName.get(name);
      if (imported !== undefined) walk(imported);
    }
  };
  for (const end of FIRST_PAGE_MODULES) {
    const chunk = chunks.find(({ moduleIds }) =>
      moduleIds.some((id) => id.replaceAll('\\', '/').endsWith(end)),
    );
    if (chunk === undefined) throw new Error(`The first page begins in ${end}, which is in no chunk`);
    walk(chunk);
  }
  return [...needed];
}

/** Lets the browser fetch all of the first page at once, instead of finding each part in the one before. */
export function preloadFirstPage(): Plugin {
  return {
    name: 'preload-first-page',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = firstPageChunks(Object.values(bundle).filter((part) => part.type === 'chunk'));
        return chunks
          .filter(({ fileName }) => !html.includes(fileName))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/tab/${fileName}` },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}
