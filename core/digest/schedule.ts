import { Cron } from 'croner';
import { daysBetween, secondsAfter } from '#core/fields/swedish-date.ts';

/** When a digest is due: five fields of cron (minute, hour, day, month, weekday) in a time zone. */
export interface Schedule {
  readonly cron: string;
  /** IANA name, for instance Europe/Stockholm. */
  readonly timeZone: string;
}

/** What is wrong with a schedule that somebody typed. */
export type ScheduleFault = 'pattern' | 'time-zone' | 'never' | 'too-often';

/** Nobody wants a card every minute, and a channel would take it as noise. */
const SHORTEST_GAP_DAYS = 1 / 24;
const FIELDS = 5;
const LOOKED_AT = 25;

/** What is wrong with a schedule; null where nothing is. `after` is an ISO instant to look ahead from. */
export function scheduleFault(schedule: Schedule, after: string): ScheduleFault | null {
  if (schedule.cron.trim().split(/\s+/).length !== FIELDS) return 'pattern';
  if (!isTimeZone(schedule.timeZone)) return 'time-zone';
  let runs: readonly string[];
  try {
    runs = nextRuns(schedule, after, LOOKED_AT);
  } catch {
    return 'pattern';
  }
  if (runs.length === 0) return 'never';
  const isTooOften = runs.some((run, index) => {
    const next = runs[index + 1];
    // An hour is an hour, less what a fraction loses on the way.
    return next !== undefined && daysBetween(run, next) < SHORTEST_GAP_DAYS * 0.999;
  });
  return isTooOften ? 'too-often' : null;
}

/**
 * The next runs after an instant, ISO 8601. A local time that daylight saving skips runs when the clock has moved on; one
 * that comes twice runs the first time.
 *
 * @throws RangeError or TypeError where the schedule has a fault
 */
export function nextRuns(schedule: Schedule, after: string, count: number): readonly string[] {
  return cronOf(schedule)
    .nextRuns(count, after)
    .map((run) => run.toISOString());
}

/**
 * The latest run at or before an instant, ISO 8601; null where there was none. One that lies long back, because nothing ran
 * for a week, is still the one that is due: late rather than not at all, and once rather than seven times.
 */
export function latestRun(schedule: Schedule, now: string): string | null {
  // What lies before is asked for, so the whole second after is where to look from.
  const [run] = cronOf(schedule).previousRuns(1, secondsAfter(now.replace(/\.\d+Z$/, 'Z'), 1));
  return run === undefined ? null : run.toISOString();
}

function cronOf({ cron, timeZone }: Schedule): Cron {
  return new Cron(cron, { timezone: timeZone, paused: true });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
