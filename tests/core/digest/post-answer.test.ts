import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { postAnswer } from '#core/digest/post-answer.ts';

const anyWait = fc.option(fc.nat(), { nil: null });

describe('the answer to a post', () => {
  test.each([
    [202, null, 'taken'],
    [204, null, 'taken'],
    [429, null, 'throttled'],
    [429, 30_000, 'throttled'],
    [503, 30_000, 'unavailable'],
    [503, 0, 'unavailable'],
    [503, null, 'unclear'],
    [500, 30_000, 'unclear'],
    [502, null, 'unclear'],
    [504, 30_000, 'unclear'],
    [408, null, 'unclear'],
    [303, null, 'unclear'],
    [302, null, 'refused'],
    [404, null, 'refused'],
    [413, null, 'refused'],
  ] as const)('%i, asked to wait %s: %s', (status, waitMs, answer) => {
    expect(postAnswer(status, waitMs)).toBe(answer);
  });

  test('lets a post be made again only where the service itself says that it did nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), anyWait, (status, waitMs) => {
        const answer = postAnswer(status, waitMs);
        const mayBeMadeAgain = answer === 'throttled' || answer === 'unavailable';
        expect(mayBeMadeAgain).toBe(status === 429 || (status === 503 && waitMs !== null));
      }),
    );
  });
});
