import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRoundClosed } from '#core/fields/survey-round.ts';
import { dateOf, stockholmDateOf } from '#core/fields/swedish-date.ts';

describe('the calendar date of a list date', () => {
  test('an instant is read in Stockholm, winter and summer', () => {
    expect(dateOf('2024-12-31T22:59:59Z', 'date-time')).toBe('2024-12-31');
    expect(dateOf('2024-12-31T23:00:00Z', 'date-time')).toBe('2025-01-01');
    expect(dateOf('2025-06-30T21:59:59Z', 'date-time')).toBe('2025-06-30');
    expect(dateOf('2025-06-30T22:00:00Z', 'date-time')).toBe('2025-07-01');
    expect(dateOf('2025-01-01T00:30:00+01:00', 'date-time')).toBe('2025-01-01');
  });

  test.each([
    ['2025-01-01T00:00:00Z', 'in UTC'],
    ['2024-12-31T23:00:00Z', 'in Stockholm'],
    ['2024-12-31T22:00:00Z', 'two hours east'],
    ['2025-01-01T08:00:00Z', 'in Seattle'],
    ['2024-12-31T12:00:00Z', 'as far east as it goes with +12'],
  ])('1 January of a date-only column stored as %s (a list %s) is 1 January', (text) => {
    expect(dateOf(text, 'date')).toBe('2025-01-01');
  });

  test('a date without a time, or a time without an offset, is the date it says', () => {
    expect(dateOf('2025-01-01', 'date')).toBe('2025-01-01');
    expect(dateOf('2025-12-31T23:59', 'date-time')).toBe('2025-12-31');
  });

  test.each([
    '2025-02-30',
    '2025-13-01',
    '2025-00-10',
    '2025-01-01T25:00Z',
    '01/02/2025',
    '2025',
    'snart',
    '',
  ])('%j is no date', (text) => {
    expect(dateOf(text, 'date-time')).toBeUndefined();
    expect(dateOf(text, 'date')).toBeUndefined();
  });

  test('any midnight of any offset in a date-only column gives back its date', () => {
    const dates = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.integer({ min: -11, max: 12 }), (date, offsetHours) => {
        const day = date.toISOString().slice(0, 10);
        const stored = new Date(Date.parse(`${day}T00:00:00Z`) - offsetHours * 3_600_000).toISOString();
        expect(dateOf(stored, 'date')).toBe(day);
      }),
    );
  });

  test('an instant that is none is refused loudly where it comes from us', () => {
    expect(() => stockholmDateOf('i går')).toThrow(RangeError);
  });
});

describe('a survey round', () => {
  test('is open to the end of its closing day in Sweden', () => {
    expect(isRoundClosed('2025-11-30', '2025-11-30T22:59:59Z')).toBe(false);
    expect(isRoundClosed('2025-11-30', '2025-11-30T23:00:00Z')).toBe(true);
    expect(isRoundClosed(null, '2025-11-30T23:00:00Z')).toBe(true);
  });
});
