import { describe, expect, test } from 'vitest';
import { createRefreshAll } from '../../api/src/app/refresh/refresh-all.ts';
import type { ScheduleMark } from '../../api/src/app/ports/schedule-marks.ts';
import type { RefreshSchedule } from '#core/settings/refresh-schedule.ts';
import { ProblemError } from '../../api/src/app/errors.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const TENANT = 'one';

/** The timer's work in a time of its own: what it asked for, at each look. */
function world() {
  const marks = new Map<string, ScheduleMark>();
  const asked: string[] = [];
  const state: { now: string; schedule: RefreshSchedule; isDown: boolean } = {
    now: '2026-03-27T12:00:00.000Z',
    schedule: { timeOfDay: '04:15', days: 'every-day' },
    isDown: false,
  };
  const refreshAll = createRefreshAll({
    tenantIds: [TENANT, 'unconfigured'],
    settings: {
      summary: (tenantId) =>
        Promise.resolve(
          tenantId === TENANT
            ? {
                version: 1,
                organisationName: 'Ekviken',
                years: [2024, 2025],
                refresh: state.schedule,
                unitsVisibleTo: 'everyone',
              }
            : null,
        ),
      latest: () => Promise.resolve(null),
      version: () => Promise.resolve(null),
      versions: () => Promise.resolve([]),
      save: () => Promise.reject(new Error('nothing is saved here')),
    },
    marks: {
      find: (tenantId) => Promise.resolve(marks.get(tenantId) ?? null),
      save: (tenantId, mark) => Promise.resolve(void marks.set(tenantId, mark)),
    },
    request: ({ year, onlyIfChanged }) => {
      if (state.isDown) return Promise.reject(new ProblemError('storage-unavailable'));
      asked.push(`${year}${onlyIfChanged === true ? ' if changed' : ''}`);
      return Promise.resolve({
        year,
        state: 'queued',
        requestedAt: state.now,
        startedAt: null,
        endedAt: null,
        retryAt: null,
        phase: null,
        sourceName: null,
        rowsRead: 0,
        resourceUnits: null,
        unchanged: false,
        correlationId: 'x',
        problem: null,
        updatedAt: state.now,
        waits: 0,
      });
    },
    clock: { now: () => new Date(state.now) },
  });
  return {
    state,
    at: async (now: string): Promise<readonly string[]> => {
      state.now = now;
      asked.length = 0;
      await refreshAll('correlation', silent);
      return [...asked];
    },
  };
}
const BOTH = ['2024 if changed', '2025 if changed'];

describe('the timer', () => {
  test('asks for every year once at the tenant’s own time, also over the night when the clock changes', async () => {
    const { at } = world();
    expect(await at('2026-03-27T12:00:00.000Z')).toEqual([]);
    expect(await at('2026-03-28T03:10:00.000Z')).toEqual([]);
    expect(await at('2026-03-28T03:15:00.000Z')).toEqual(BOTH);
    expect(await at('2026-03-28T03:20:00.000Z')).toEqual([]);
    // Summer time begins at 02.00: a quarter past four is an hour earlier in UTC.
    expect(await at('2026-03-29T02:10:00.000Z')).toEqual([]);
    expect(await at('2026-03-29T02:15:00.000Z')).toEqual(BOTH);
    expect(await at('2026-03-29T03:15:00.000Z')).toEqual([]);
  });

  test('makes up once for a week in which nothing ran', async () => {
    const { at } = world();
    await at('2026-03-27T12:00:00.000Z');
    expect(await at('2026-04-03T12:00:00.000Z')).toEqual(BOTH);
    expect(await at('2026-04-03T12:05:00.000Z')).toEqual([]);
  });

  test('does not run for what was due before another time was chosen', async () => {
    const { at, state } = world();
    await at('2026-03-27T12:00:00.000Z');
    state.schedule = { timeOfDay: '12:30', days: 'weekdays' };
    expect(await at('2026-03-27T12:05:00.000Z')).toEqual([]);
    expect(await at('2026-03-28T12:00:00.000Z')).toEqual([]);
    // Monday, in summer time.
    expect(await at('2026-03-30T10:30:00.000Z')).toEqual(BOTH);
  });

  test('tries again at the next look where it could not ask', async () => {
    const { at, state } = world();
    await at('2026-03-27T12:00:00.000Z');
    state.isDown = true;
    await expect(at('2026-03-28T03:15:00.000Z')).rejects.toBeInstanceOf(ProblemError);
    state.isDown = false;
    expect(await at('2026-03-28T03:20:00.000Z')).toEqual(BOTH);
  });
});
