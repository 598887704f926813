import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with its totals on a line of their own: `N passed, N failed`. */
export default class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const totals = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === 'passed' || state === 'failed' || state === 'skipped') totals[state] += 1;
      }
      // A file that fails to load or a hook that fails has no failing test of its own.
      if (module.state() === 'failed' && module.errors().length > 0) totals.failed += module.errors().length;
    }
    const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
    process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
  }
}
