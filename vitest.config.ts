import { defineConfig } from 'vitest/config';

const setupFiles = ['./tests/setup/no-console.ts'];

/** Projects by what a test needs: nothing, a running stack, or a browser. `npm run test:unit` runs those that need nothing. */
export default defineConfig({
  test: {
    reporters: ['default', './tests/setup/totals-reporter.ts'],
    // Two cores are what the smallest machine has; a third stack would only make the others wait.
    maxWorkers: 2,
    // A polled condition is waited for, however slow the machine; one second is vitest's own patience.
    expect: { poll: { timeout: 30_000, interval: 50 } },
    projects: [
      { test: { name: 'core', include: ['tests/core/**/*.test.ts'], setupFiles, testTimeout: 60_000 } },
      { test: { name: 'tab', include: ['tests/tab/**/*.test.{ts,tsx}'], setupFiles, testTimeout: 30_000 } },
      {
        test: {
          name: 'stack',
          include: ['tests/{api,contracts,faults,security,local,manifest,infra}/**/*.test.ts'],
          setupFiles,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          setupFiles,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
