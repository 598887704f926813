import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What a reader loads before the first number is seen: at most this many bytes of JavaScript, gzipped. */
export const INITIAL_BUDGET_BYTES = 200_000;

/** Where the first page begins: the entry and, asked for by it at once, the overview and its words. */
const BEGINNINGS = ['/src/features/overview/overview-page.tsx', '/src/texts/start-sv.ts'] as const;

/** The parts of a built chunk that the sum needs. */
export interface BuiltChunk {
  readonly fileName: string;
  readonly code: string;
  readonly imports: readonly string[];
  readonly isEntry: boolean;
  readonly facadeModuleId: string | null;
}

/**
 * Bytes that the first page takes: every chunk that it imports, however far away, each once.
 *
 * @throws Error where a beginning of the first page is not among the chunks, as the sum would then say too little
 */
export function initialBytes(chunks: readonly BuiltChunk[]): number {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const first = chunks.filter(
    ({ isEntry, facadeModuleId }) =>
      isEntry || BEGINNINGS.some((end) => facadeModuleId?.replaceAll('\\', '/').endsWith(end) === true),
  );
  if (first.length < BEGINNINGS.length + 1) {
    throw new Error(`The first page begins in ${BEGINNINGS.join(', ')}: not all are chunks of their own`);
  }
  const needed = new Set<string>();
  const walk = ({ fileName, imports }: BuiltChunk): void => {
    if (needed.has(fileName)) return;
    needed.add(fileName);
    for (const name of imports) {
      const chunk = byName.get(name);
      if (chunk !== undefined) walk(chunk);
    }
  };
  first.forEach(walk);
  return [...needed].reduce((sum, name) => sum + gzipSync(byName.get(name)?.code ?? '').length, 0);
}

/** Fails the build where the first page has grown past its budget. */
export function sizeBudget(): Plugin {
  return {
    name: 'size-budget',
    generateBundle(_options, bundle) {
      const bytes = initialBytes(Object.values(bundle).filter((part) => part.type === 'chunk'));
      if (bytes <= INITIAL_BUDGET_BYTES) return;
      this.error(
        `The first page takes ${bytes} bytes of JavaScript, gzipped; the budget is ${INITIAL_BUDGET_BYTES}. ` +
          'Load what it does not need later: lazy() for parts, texts/sv.ts instead of texts/start-sv.ts for words.',
      );
    },
  };
}
