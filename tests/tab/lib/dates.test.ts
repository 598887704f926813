import { expect, it } from 'vitest';
import { dateAndTime, shortDateAndTime } from '../../../tab/src/lib/dates.ts';

it('writes times as the municipality’s clock shows them, in the reader’s language', () => {
  expect(dateAndTime('2026-02-02T05:00:31Z', 'sv')).toBe('2 februari 2026 kl. 06:00');
  expect(dateAndTime('2026-02-02T05:00:31Z', 'en')).toBe('2 February 2026 at 06:00');
  expect(shortDateAndTime('2026-07-01T22:30:00Z', 'sv')).toBe('2026-07-02 00:30');
});

it('gives back a text that is no date', () => {
  expect(dateAndTime('nyss', 'sv')).toBe('nyss');
});
