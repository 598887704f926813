import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { sizeBudget } from './size-budget.ts';

/** Builds the tab as a static site under /tab/. Pages are chunks of their own: a reader loads only what is looked at. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react(), sizeBudget()],
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    manifest: true,
  },
});
