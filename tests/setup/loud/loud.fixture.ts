import { afterAll, test } from 'vitest';

/** Not a test of the suite: what no-console.test.ts runs to see it fail. */
test('says something and fails', () => {
  console.warn('a warning in a test');
});

test('says nothing and passes', () => undefined);

afterAll(() => {
  console.info('a word in a hook');
});
