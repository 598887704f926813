import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { BuiltChunk } from '../../tab/first-page.ts';
import { initialBytes } from '../../tab/size-budget.ts';

const chunk = (fileName: string, imports: string[] = [], ...moduleIds: string[]): BuiltChunk => ({
  fileName,
  // Random, so that it does not compress.
  code: randomBytes(1000).toString('latin1'),
  imports,
  moduleIds,
});
const overview = chunk('overview', ['shared'], '/x/tab/src/features/overview/overview-page.tsx');
const entry = chunk('entry', ['library'], '/x/tab/src/main.ts');
const app = chunk('app', ['shared'], '/x/tab/src/app/start-app.tsx');
const words = chunk('words', [], '/x/tab/src/texts/start-sv.ts');

test('the first page is the entry, the overview, its words and all that they import, each once', () => {
  const chunks = [
    entry,
    app,
    chunk('shared'),
    chunk('library'),
    overview,
    words,
    chunk('settings', ['shared'], '/x/tab/src/app/settings-frame.tsx'),
  ];
  const bytes = initialBytes(chunks);
  expect(bytes).toBeGreaterThan(6 * 1000);
  expect(bytes).toBeLessThan(7 * 1500);
  expect(initialBytes(chunks.filter(({ fileName }) => fileName !== 'settings'))).toBe(bytes);
});

test('a first page whose beginning is gone is not measured as a small one', () => {
  expect(() => initialBytes([entry, words])).toThrow('/src/app/start-app.tsx, which is in no chunk');
});
