import { describe, expect, test } from 'vitest';
import { latestRun, nextRuns, scheduleFault } from '#core/digest/schedule.ts';

const stockholm = (cron: string) => ({ cron, timeZone: 'Europe/Stockholm' });
const EVERY_MORNING = stockholm('0 8 * * *');

describe('a schedule', () => {
  test('tells its next five times, in its own time zone', () => {
    expect(nextRuns(stockholm('0 8 * * 1'), '2026-11-24T12:00:00.000Z', 5)).toEqual([
      '2026-11-30T07:00:00.000Z',
      '2026-12-07T07:00:00.000Z',
      '2026-12-14T07:00:00.000Z',
      '2026-12-21T07:00:00.000Z',
      '2026-12-28T07:00:00.000Z',
    ]);
  });

  test('keeps its local time when daylight saving begins and ends', () => {
    expect(nextRuns(EVERY_MORNING, '2026-03-28T12:00:00.000Z', 2)).toEqual([
      '2026-03-29T06:00:00.000Z',
      '2026-03-30T06:00:00.000Z',
    ]);
    expect(nextRuns(EVERY_MORNING, '2026-10-24T12:00:00.000Z', 1)).toEqual(['2026-10-25T07:00:00.000Z']);
  });

  test('runs once a day also at a time that daylight saving skips or repeats', () => {
    const atNight = stockholm('30 2 * * *');
    expect(nextRuns(atNight, '2026-03-28T12:00:00.000Z', 2)).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
    expect(nextRuns(atNight, '2026-10-24T12:00:00.000Z', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  test('is due from its very minute, and stays due until the next one', () => {
    expect(latestRun(EVERY_MORNING, '2026-11-24T06:59:59.999Z')).toBe('2026-11-23T07:00:00.000Z');
    expect(latestRun(EVERY_MORNING, '2026-11-24T07:00:00.000Z')).toBe('2026-11-24T07:00:00.000Z');
    expect(latestRun(EVERY_MORNING, '2026-11-25T06:59:00.000Z')).toBe('2026-11-24T07:00:00.000Z');
  });

  test.each([
    ['0 8 * *', 'pattern'],
    ['0 0 8 * * *', 'pattern'],
    ['61 8 * * *', 'pattern'],
    ['varje dag kl åtta nu', 'pattern'],
    ['0 8 31 2 *', 'never'],
    ['* * * * *', 'too-often'],
    ['*/30 8 * * *', 'too-often'],
    ['0 * * * *', null],
    ['0 8 1 1 *', null],
  ] as const)('%s is %s', (cron, fault) => {
    expect(scheduleFault(stockholm(cron), '2026-11-24T12:00:00.000Z')).toBe(fault);
  });

  test('in a time zone that nobody knows is refused', () => {
    const schedule = { cron: '0 8 * * *', timeZone: 'Mars/Olympus' };
    expect(scheduleFault(schedule, '2026-11-24T12:00:00.000Z')).toBe('time-zone');
  });
});
