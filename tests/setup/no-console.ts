import { afterEach, beforeEach } from 'vitest';

/** Unexpected console output fails a test: a warning nobody reads is a defect nobody mends. */
const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;
const original = { ...console };
let written: string[] = [];

beforeEach(() => {
  written = [];
  for (const method of METHODS) {
    console[method] = (...parts: unknown[]) => {
      written.push(`console.${method}: ${parts.map(String).join(' ')}`);
    };
  }
});

afterEach(() => {
  Object.assign(console, original);
  if (written.length > 0) throw new Error(`Unexpected console output:\n${written.join('\n')}`);
});
