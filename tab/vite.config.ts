import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the tab as a static site under /tab/. Pages are chunks of their own: a reader loads only what is looked at. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react()],
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    manifest: true,
  },
});
