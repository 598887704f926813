import { describe, expect, test } from 'vitest';
import { dueRun, newBaseline, type Reading, type RunHistory } from '#core/digest/due-run.ts';

const NEW: RunHistory = { activeSince: '2026-03-02T10:00:00.000Z', lastPeriod: null, baseline: null };
const READ: Reading = { hash: 'a', year: 2025, published: null, index: '816/100', responseRate: '64.5' };
const weekly = { kind: 'schedule', cron: '0 8 * * 1', timeZone: 'Europe/Stockholm' } as const;

describe('a scheduled subscription', () => {
  test('makes up for nothing from before it was made', () => {
    expect(dueRun(weekly, NEW, '2026-03-02T10:01:00.000Z', null)).toBeNull();
  });

  test('is due at its time, and not again for the same time', () => {
    const due = dueRun(weekly, NEW, '2026-03-09T07:00:20.000Z', null);
    expect(due).toEqual({ period: '2026-03-09T07:00:00.000Z' });
    const after = { ...NEW, lastPeriod: '2026-03-09T07:00:00.000Z' };
    expect(dueRun(weekly, after, '2026-03-09T07:01:00.000Z', null)).toBeNull();
    expect(dueRun(weekly, after, '2026-03-15T22:00:00.000Z', null)).toBeNull();
  });

  test('after a month without service runs once, for the latest time it missed', () => {
    const due = dueRun(weekly, NEW, '2026-04-02T12:00:00.000Z', null);
    expect(due).toEqual({ period: '2026-03-30T06:00:00.000Z' });
  });
});

describe('a subscription to one time', () => {
  const once = { kind: 'once', at: '2026-03-03T08:00:00Z' } as const;

  test('runs then or later, once', () => {
    expect(dueRun(once, NEW, '2026-03-03T07:59:59.999Z', null)).toBeNull();
    expect(dueRun(once, NEW, '2026-03-03T08:00:00.000Z', null)).toEqual({ period: once.at });
    expect(dueRun(once, NEW, '2026-03-10T08:00:00.000Z', null)).toEqual({ period: once.at });
    expect(dueRun(once, { ...NEW, lastPeriod: once.at }, '2026-03-10T08:00:00.000Z', null)).toBeNull();
  });
});

describe('a subscription to publishing', () => {
  const publishing = { kind: 'publishing' } as const;

  test('does not tell of what was published before it was made, and then of each vintage once', () => {
    const now = '2026-03-03T08:00:00.000Z';
    const first = { ...READ, published: 'v1' };
    const baseline = newBaseline(publishing, null, first);
    expect(baseline).toEqual(first);
    expect(dueRun(publishing, { ...NEW, baseline }, now, first)).toBeNull();
    const second = { ...READ, published: 'v2' };
    expect(dueRun(publishing, { ...NEW, baseline }, now, second)).toEqual({ period: 'published-v2' });
    expect(dueRun(publishing, { ...NEW, baseline: second }, now, second)).toBeNull();
  });
});

describe('a subscription to a change of the index', () => {
  const change = { kind: 'index-change', atLeast: '0.1' } as const;
  const now = '2026-03-03T08:00:00.000Z';
  const dueAt = (index: string | null, baseline: Reading | null = READ) =>
    dueRun(change, { ...NEW, baseline }, now, { ...READ, hash: 'b', index });

  test('is due from exactly the change it names, up or down', () => {
    expect(dueAt('826/100')).toEqual({ period: 'index-b' });
    expect(dueAt('806/100')).toEqual({ period: 'index-b' });
    expect(dueAt('82599/10000')).toBeNull();
  });

  test('is not due where there is nothing to compare, or another year', () => {
    expect(dueAt(null)).toBeNull();
    expect(dueAt('9', null)).toBeNull();
    expect(dueAt('9', { ...READ, year: 2024 })).toBeNull();
    expect(newBaseline(change, { ...READ, year: 2024 }, READ)).toEqual(READ);
  });
});

describe('a subscription to a low response rate', () => {
  const low = { kind: 'response-rate-below', percent: '60' } as const;
  const now = '2026-03-03T08:00:00.000Z';
  const rate = (responseRate: string | null, hash = 'b'): Reading => ({ ...READ, hash, responseRate });

  test('is due when it sinks below, not while it stays there, and again after it has risen', () => {
    const baseline = rate('64.5');
    expect(dueRun(low, { ...NEW, baseline }, now, rate('60.0'))).toBeNull();
    expect(dueRun(low, { ...NEW, baseline }, now, rate('59.9'))).toEqual({ period: 'rate-b' });
    expect(dueRun(low, { ...NEW, baseline: rate('59.9') }, now, rate('41.0', 'c'))).toBeNull();
    expect(newBaseline(low, rate('59.9'), rate('61.0', 'd'))).toEqual(rate('61.0', 'd'));
  });

  test('does not take a hidden rate for a low one', () => {
    expect(dueRun(low, { ...NEW, baseline: rate('64.5') }, now, rate(null))).toBeNull();
  });
});
