import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { preloadFirstPage } from './first-page.ts';
import { sizeBudget } from './size-budget.ts';

/**
 * Builds the tab as a static site under /tab/. Pages are chunks of their own: a reader loads only what is looked at. The
 * first page is few files instead of twenty, as each costs a journey.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react(), sizeBudget(), preloadFirstPage()],
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    manifest: true,
    rolldownOptions: {
      output: {
        // A group takes what its modules import along.
        codeSplitting: {
          groups: [
            { name: 'hello', test: /[\\/]tab[\\/]src[\\/]main\.ts$/, priority: 2 },
            {
              name: 'first-page',
              test: /[\\/](?:start-app|overview-page)\.tsx$/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
});
