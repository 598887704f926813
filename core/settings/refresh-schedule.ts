import { z } from 'zod';
import { latestRun, nextRuns, type Schedule } from '#core/digest/schedule.ts';

/** When every year is looked at by itself, in Swedish time. */
export const refreshScheduleSchema = z
  .object({
    timeOfDay: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hours and minutes, for instance 04:15'),
    days: z.enum(['every-day', 'weekdays']),
  })
  .readonly();
export type RefreshSchedule = z.infer<typeof refreshScheduleSchema>;

/** Early enough for the day, late enough for the night's imports. */
export const DEFAULT_REFRESH_SCHEDULE: RefreshSchedule = { timeOfDay: '04:15', days: 'every-day' };

/** The next refreshes after an instant, ISO 8601. A time that daylight saving skips or repeats comes once that day. */
export function nextRefreshes(schedule: RefreshSchedule, after: string, count: number): readonly string[] {
  return nextRuns(cronOf(schedule), after, count);
}

/** The latest refresh that was due at or before an instant, ISO 8601; null where there was none. */
export function latestRefresh(schedule: RefreshSchedule, now: string): string | null {
  return latestRun(cronOf(schedule), now);
}

function cronOf({ timeOfDay, days }: RefreshSchedule): Schedule {
  const [hour = '', minute = ''] = timeOfDay.split(':').map((part) => String(Number(part)));
  return { cron: `${minute} ${hour} * * ${days === 'weekdays' ? '1-5' : '*'}`, timeZone: 'Europe/Stockholm' };
}
