import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The page that plays Teams. It is served at the root of the tab's own origin, so that it counts as a host of the same origin. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  build: {
    outDir: fileURLToPath(new URL('../../dist/teams-host', import.meta.url)),
    emptyOutDir: true,
    assetsDir: 'host-assets',
    chunkSizeWarningLimit: 800,
  },
});
