import { describe, expect, test } from 'vitest';
import {
  DEFAULT_REFRESH_SCHEDULE,
  latestRefresh,
  nextRefreshes,
  refreshScheduleSchema,
} from '#core/settings/refresh-schedule.ts';

const daily = (timeOfDay: string) => ({ timeOfDay, days: 'every-day' }) as const;

describe('a schedule of refreshes', () => {
  test('is Swedish time, before and after the clock changes', () => {
    expect(nextRefreshes(DEFAULT_REFRESH_SCHEDULE, '2026-03-28T12:00:00.000Z', 2)).toEqual([
      '2026-03-29T02:15:00.000Z',
      '2026-03-30T02:15:00.000Z',
    ]);
    expect(nextRefreshes(DEFAULT_REFRESH_SCHEDULE, '2026-10-24T12:00:00.000Z', 1)).toEqual([
      '2026-10-25T03:15:00.000Z',
    ]);
  });

  test('comes once on the night when its time is skipped, and once when it is repeated', () => {
    expect(nextRefreshes(daily('02:30'), '2026-03-28T12:00:00.000Z', 2)).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
    const autumn = nextRefreshes(daily('02:30'), '2026-10-24T12:00:00.000Z', 2);
    expect(autumn.map((run) => run.slice(0, 10))).toEqual(['2026-10-25', '2026-10-26']);
  });

  test('leaves out Saturday and Sunday where it is for weekdays', () => {
    const runs = nextRefreshes({ timeOfDay: '00:05', days: 'weekdays' }, '2026-11-26T22:00:00.000Z', 2);
    // Five past midnight on Friday and Monday in Sweden is the evening before in UTC.
    expect(runs).toEqual(['2026-11-26T23:05:00.000Z', '2026-11-29T23:05:00.000Z']);
  });

  test('knows the latest time that has come', () => {
    expect(latestRefresh(daily('04:15'), '2026-11-25T03:14:59.000Z')).toBe('2026-11-24T03:15:00.000Z');
    expect(latestRefresh(daily('04:15'), '2026-11-25T03:15:00.000Z')).toBe('2026-11-25T03:15:00.000Z');
  });

  test.each(['4:15', '24:00', '12:60', '', '0415'])('refuses “%s”', (timeOfDay) => {
    expect(refreshScheduleSchema.safeParse(daily(timeOfDay)).success).toBe(false);
  });
});
