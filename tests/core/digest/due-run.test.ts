import { describe, expect, test } from 'vitest';
import {
  baselineAfter,
  dueRun,
  hasPassed,
  newBaseline,
  type Reading,
  type RunHistory,
} from '#core/digest/due-run.ts';

const NEW: RunHistory = { activeSince: '2026-03-02T10:00:00.000Z', lastPeriod: null, baseline: null };
const READ: Reading = { hash: 'a', year: 2025, published: null, index: '816/100', responseRate: '64.5' };
const weekly = { kind: 'schedule', cron: '0 8 * * 1', timeZone: 'Europe/Stockholm' } as const;

describe('a scheduled subscription', () => {
  test('makes up for nothing from before it was made', () => {
    expect(dueRun(weekly, NEW, '2026-03-02T10:01:00.000Z', null)).toBeNull();
  });

  test('is due at its time, and not again for the same time', () => {
    const due = dueRun(weekly, NEW, '2026-03-09T07:00:20.000Z', null);
    expect(due).toEqual({ period: '2026-03-09T07:00:00.000Z', tells: null });
    const after = { ...NEW, lastPeriod: '2026-03-09T07:00:00.000Z' };
    expect(dueRun(weekly, after, '2026-03-09T07:01:00.000Z', null)).toBeNull();
    expect(dueRun(weekly, after, '2026-03-15T22:00:00.000Z', null)).toBeNull();
  });

  test('after a month without service runs once, for the latest time it missed', () => {
    const due = dueRun(weekly, NEW, '2026-04-02T12:00:00.000Z', null);
    expect(due).toEqual({ period: '2026-03-30T06:00:00.000Z', tells: null });
  });
});

describe('a subscription to one time', () => {
  const once = { kind: 'once', at: '2026-03-03T08:00:00Z' } as const;

  test('runs then or later, once', () => {
    expect(dueRun(once, NEW, '2026-03-03T07:59:59.999Z', null)).toBeNull();
    expect(dueRun(once, NEW, '2026-03-03T08:00:00.000Z', null)).toEqual({ period: once.at, tells: null });
    expect(dueRun(once, NEW, '2026-03-10T08:00:00.000Z', null)).toEqual({ period: once.at, tells: null });
    expect(dueRun(once, { ...NEW, lastPeriod: once.at }, '2026-03-10T08:00:00.000Z', null)).toBeNull();
  });

  test('runs though it was saved a moment after, and not for a time long past', () => {
    const savedAt = (activeSince: string) =>
      dueRun(once, { ...NEW, activeSince }, '2026-03-03T09:00:00.000Z', null);
    expect(savedAt('2026-03-03T08:00:40.000Z')).toEqual({ period: once.at, tells: null });
    expect(savedAt('2026-03-03T08:05:00.000Z')).toBeNull();
    expect(hasPassed(once, '2026-03-03T08:04:59.999Z')).toBe(false);
    expect(hasPassed(once, '2026-03-03T08:05:00.000Z')).toBe(true);
    expect(hasPassed({ ...once, at: '' }, '2030-01-01T00:00:00.000Z')).toBe(false);
    expect(hasPassed(weekly, '2030-01-01T00:00:00.000Z')).toBe(false);
  });
});

describe('a subscription to publishing', () => {
  const publishing = { kind: 'publishing' } as const;

  const now = '2026-03-03T08:00:00.000Z';
  const published = (vintages: Readonly<Record<string, string>>, year = 2025): Reading => ({
    ...READ,
    year,
    published: vintages[year] ?? null,
    vintages,
  });
  const due = (baseline: Reading | null, reading: Reading) =>
    dueRun(publishing, { ...NEW, baseline }, now, reading);

  test('tells of no vintage that it knows, and of each new one once', () => {
    const first = published({ 2025: 'v1' });
    const second = published({ 2025: 'v2' });
    expect(due(first, first)).toBeNull();
    const run = due(first, second)!;
    expect(run).toEqual({ period: 'published-v2', tells: { year: 2025, hash: 'v2' } });
    expect(due(baselineAfter(publishing, first, second, run), second)).toBeNull();
    expect(due(null, first)).toMatchObject({ period: 'published-v1' });
  });

  test('tells of a year that is published or restated while a later one is under way', () => {
    const running = published({ 2024: 'x1' }, 2026);
    const both = published({ 2024: 'x2', 2025: 'v1' }, 2026);
    const first = due(running, both)!;
    expect(first).toEqual({ period: 'published-x2', tells: { year: 2024, hash: 'x2' } });
    const between = baselineAfter(publishing, running, both, first);
    const second = due(between, both)!;
    expect(second).toEqual({ period: 'published-v1', tells: { year: 2025, hash: 'v1' } });
    expect(due(baselineAfter(publishing, between, both, second), both)).toBeNull();
  });

  test('makes up for nothing of other years where an earlier version had looked at one', () => {
    const stored: Reading = { ...READ, published: 'v1' };
    expect(due(stored, published({ 2024: 'x1', 2025: 'v1' }))).toBeNull();
    expect(due(stored, published({ 2024: 'x1', 2025: 'v2' }))).toMatchObject({ period: 'published-v2' });
    const upgraded = newBaseline(publishing, stored, published({ 2024: 'x1', 2025: 'v1' }));
    expect(due(upgraded, published({ 2024: 'x2', 2025: 'v1' }))).toMatchObject({ period: 'published-x2' });
  });
});

describe('a subscription to a change of the index', () => {
  const change = { kind: 'index-change', atLeast: '0.1' } as const;
  const now = '2026-03-03T08:00:00.000Z';
  const dueAt = (index: string | null, baseline: Reading | null = READ) =>
    dueRun(change, { ...NEW, baseline }, now, { ...READ, hash: 'b', index });

  test('is due from exactly the change it names, up or down, named by what it has crossed from', () => {
    const due = { period: 'index-a', tells: { year: 2025, hash: 'b' } };
    expect(dueAt('826/100')).toEqual(due);
    expect(dueAt('806/100')).toEqual(due);
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
    expect(dueRun(low, { ...NEW, baseline }, now, rate('59.9', 'c'))).toMatchObject({ period: 'rate-b' });
    expect(dueRun(low, { ...NEW, baseline: rate('59.9') }, now, rate('41.0', 'c'))).toBeNull();
    expect(newBaseline(low, rate('59.9'), rate('61.0', 'd'))).toEqual(rate('61.0', 'd'));
  });

  test('does not take a hidden rate for a low one', () => {
    expect(dueRun(low, { ...NEW, baseline: rate('64.5') }, now, rate(null))).toBeNull();
  });
});
