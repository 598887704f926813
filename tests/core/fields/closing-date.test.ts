import { describe, expect, test } from 'vitest';
import { closingDateOf, isRoundClosed } from '#core/fields/survey-round.ts';

describe('the closing date of a year’s round', () => {
  test('is the source’s, where the source serves that year alone', () => {
    expect(closingDateOf({ closesOn: '2026-12-01', years: [2024] }, 2024)).toBe('2026-12-01');
    expect(closingDateOf({ closesOn: null, years: [] }, 2024)).toBeNull();
  });

  test.each([
    [2023, '2025-11-05T08:00:00Z', true],
    [2024, '2025-11-05T08:00:00Z', true],
    [2025, '2025-11-05T08:00:00Z', false],
    [2025, '2025-12-02T08:00:00Z', true],
    // Nobody has told yet when that of 2026 closes.
    [2026, '2026-11-01T08:00:00Z', false],
    [2026, '2027-07-01T08:00:00Z', true],
  ])('of a list with several years and one date: %d at %s', (year, now, closed) => {
    const date = closingDateOf({ closesOn: '2025-12-01', years: [] }, year);
    expect(isRoundClosed(date, now)).toBe(closed);
  });
});
