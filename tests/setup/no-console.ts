import { afterAll, afterEach } from 'vitest';

/**
 * Unexpected console output fails a test: a warning nobody reads is a defect nobody mends. It is listened to from before
 * the test file is loaded until its last hook has run.
 */
const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;
const original = { ...console };
const written: string[] = [];

for (const method of METHODS) {
  console[method] = (...parts: unknown[]) => {
    written.push(`console.${method}: ${parts.map(String).join(' ')}`);
  };
}

function expectSilence(): void {
  const lines = written.splice(0);
  if (lines.length > 0) throw new Error(`Unexpected console output:\n${lines.join('\n')}`);
}

afterEach(expectSilence);

afterAll(() => {
  Object.assign(console, original);
  expectSilence();
});
