import { latestRefresh, type RefreshSchedule } from '#core/settings/refresh-schedule.ts';
import type { RequestRefresh } from './request-refresh.ts';
import { ProblemError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { ScheduleMark, ScheduleMarks } from '../ports/schedule-marks.ts';
import type { SettingsStore } from '../ports/settings-store.ts';

export type RefreshAll = (correlationId: string, log: Log) => Promise<void>;

/**
 * Asks for a refresh of every year of each tenant whose time has come, by its own schedule: one message a year, so that the
 * platform spreads the work. A time that passed while nothing ran is made up for once, however many there were; what was
 * due before a schedule was chosen is not. One tenant's trouble does not keep the others from theirs.
 */
export function createRefreshAll(parts: {
  readonly tenantIds: readonly string[];
  readonly settings: SettingsStore;
  readonly marks: ScheduleMarks;
  readonly request: RequestRefresh;
  readonly clock: Clock;
}): RefreshAll {
  return async (correlationId, log) => {
    let failures = 0;
    for (const tenantId of parts.tenantIds) {
      try {
        await refreshIfDue(tenantId, correlationId, log);
      } catch (error) {
        failures += 1;
        const code = error instanceof ProblemError ? error.code : 'internal';
        log.error('refresh-not-requested', { tenantId, code });
      }
    }
    // Fails the run, so that the platform and its alerts see it.
    if (failures > 0) throw new ProblemError('internal');
  };

  async function refreshIfDue(tenantId: string, correlationId: string, log: Log): Promise<void> {
    const [summary, mark] = await Promise.all([parts.settings.summary(tenantId), parts.marks.find(tenantId)]);
    if (!summary) return;
    const { refresh: schedule, years } = summary;
    const due = latestRefresh(schedule, parts.clock.now().toISOString());
    if (isDue(mark, schedule, due)) {
      for (const year of years) await parts.request({ tenantId, year, correlationId, onlyIfChanged: true });
      log.info('refresh-scheduled', { tenantId, years: years.length });
    } else if (mark !== null && isSame(mark.schedule, schedule)) {
      return;
    }
    await parts.marks.save(tenantId, { schedule, doneUntil: due });
  }
}

function isDue(mark: ScheduleMark | null, schedule: RefreshSchedule, due: string | null): boolean {
  if (mark === null || due === null || !isSame(mark.schedule, schedule)) return false;
  return mark.doneUntil === null || due > mark.doneUntil;
}

function isSame(one: RefreshSchedule, other: RefreshSchedule): boolean {
  return one.timeOfDay === other.timeOfDay && one.days === other.days;
}
