import type { RefreshSchedule } from '#core/settings/refresh-schedule.ts';

/** Up to where a tenant's schedule has been done. */
export interface ScheduleMark {
  readonly schedule: RefreshSchedule;
  /** The latest time that was due and has been asked for; null where none was due yet. ISO 8601. */
  readonly doneUntil: string | null;
}

export interface ScheduleMarks {
  find(tenantId: string): Promise<ScheduleMark | null>;
  save(tenantId: string, mark: ScheduleMark): Promise<void>;
}
