import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { initialBytes, type BuiltChunk } from '../../tab/size-budget.ts';

const chunk = (fileName: string, imports: string[] = [], facade: string | null = null): BuiltChunk => ({
  fileName,
  // Random, so that it does not compress.
  code: randomBytes(1000).toString('latin1'),
  imports,
  isEntry: fileName === 'entry',
  facadeModuleId: facade,
});
const overview = chunk('overview', ['shared'], '/x/tab/src/features/overview/overview-page.tsx');
const words = chunk('words', [], '/x/tab/src/texts/start-sv.ts');

test('the first page is the entry, the overview, its words and all that they import, each once', () => {
  const chunks = [
    chunk('entry', ['shared', 'library']),
    chunk('shared'),
    chunk('library'),
    overview,
    words,
    chunk('settings', ['shared'], '/x/tab/src/app/settings-frame.tsx'),
  ];
  const bytes = initialBytes(chunks);
  expect(bytes).toBeGreaterThan(5 * 1000);
  expect(bytes).toBeLessThan(6 * 1500);
  expect(initialBytes(chunks.filter(({ fileName }) => fileName !== 'settings'))).toBe(bytes);
});

test('a first page whose beginning is gone is not measured as a small one', () => {
  expect(() => initialBytes([chunk('entry'), words])).toThrow('not all are chunks of their own');
});
