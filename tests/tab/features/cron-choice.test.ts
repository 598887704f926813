import { describe, expect, test } from 'vitest';
import { choiceOf, cronOf, type CronChoice } from '../../../tab/src/features/digests/cron-choice.ts';

describe('how often a card comes', () => {
  test.each<readonly [CronChoice, string]>([
    [{ every: 'weekday', time: '07:30' }, '30 7 * * 1-5'],
    [{ every: 'week', weekday: 0, time: '08:00' }, '0 8 * * 0'],
    [{ every: 'month', day: 28, time: '16:05' }, '5 16 28 * *'],
  ])('%j is the pattern %s, and back', (choice, cron) => {
    expect(cronOf(choice)).toBe(cron);
    expect(choiceOf(cron)).toEqual(choice);
  });

  test.each(['0 8 * 1 1', '*/10 8 * * 1', '0 8 1 * 1', '0 8 * * 1,4', 'vad som helst', ''])(
    '%s is one of the reader’s own, and stays as written',
    (cron) => {
      expect(choiceOf(cron)).toEqual({ every: 'own', cron });
      expect(cronOf(choiceOf(cron))).toBe(cron);
    },
  );

  test('at a time that was cleared is at eight', () => {
    expect(cronOf({ every: 'weekday', time: '' })).toBe('0 8 * * 1-5');
  });
});
