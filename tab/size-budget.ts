import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { firstPageChunks, type BuiltChunk } from './first-page.ts';

/** What a reader loads before the first number is seen: at most this many bytes of JavaScript, gzipped. */
export const INITIAL_BUDGET_BYTES = 200_000;

/** Bytes that the first page takes. @throws Error as {@link firstPageChunks} does */
export function initialBytes(chunks: readonly BuiltChunk[]): number {
  return firstPageChunks(chunks).reduce((sum, { code }) => sum + gzipSync(code).length, 0);
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
