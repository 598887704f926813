import type { SubscriptionWhen } from '#core/contracts/subscriptions.ts';
import { daysBetween, secondsAfter } from '#core/fields/swedish-date.ts';
import { exact } from '#core/number/exact.ts';
import { latestRun } from './schedule.ts';

/** What a subscription looks at to see whether something has happened, from the year it tells of. */
export interface Reading {
  /** Hash of the result that is read. */
  readonly hash: string;
  readonly year: number;
  /** Hash of the latest vintage of that year; null while it is not published. */
  readonly published: string | null;
  /** Hash of the latest vintage of each year that is published; left out in what version 0.1 stored. */
  readonly vintages?: Readonly<Record<string, string>>;
  /** The index as an exact quotient; null where there is none. */
  readonly index: string | null;
  /** The employee survey's response rate in percent, decimal point; null where there is none. */
  readonly responseRate: string | null;
}

/** A run that is due: `period` names it, and a subscription runs once for each. */
export interface DueRun {
  readonly period: string;
  /** The result that made it due, which is what it tells of; null where it tells of whatever there is by then. */
  readonly tells: { readonly year: number; readonly hash: string } | null;
}

export interface RunHistory {
  /** Since when it has run by these rules: nothing from before is made up for. ISO 8601. */
  readonly activeSince: string;
  /** The period it last ran for; null before the first run. */
  readonly lastPeriod: string | null;
  /** What it read at its last run, or when it became active; null where nothing had been computed then. */
  readonly baseline: Reading | null;
}

/** A time that was chosen as now has passed by the time that it is saved: so long before, it is meant all the same. */
const SAVING_SECONDS = 5 * 60;

/**
 * The run of a subscription that is due now, or null. A schedule's is the latest time that has passed, however long ago:
 * after a week without service each subscription posts once, late. A publishing's is a vintage that is not in the
 * baseline, of whatever year, the oldest year first. A threshold's is a new crossing since the last run; it is named by
 * what it crossed from, so that computing anew before it is carried out makes no second crossing of it.
 *
 * @param now ISO 8601 in UTC
 * @param reading null where nothing has been computed
 */
export function dueRun(
  when: SubscriptionWhen,
  history: RunHistory,
  now: string,
  reading: Reading | null,
): DueRun | null {
  const { activeSince, lastPeriod, baseline } = history;
  switch (when.kind) {
    case 'schedule': {
      const run = latestRun(when, now);
      if (run === null || run <= activeSince || (lastPeriod !== null && run <= lastPeriod)) return null;
      return { period: run, tells: null };
    }
    case 'once': {
      const at = secondsAfter(when.at, 0);
      const isPast = hasPassed(when, activeSince) || lastPeriod === when.at;
      return at <= now && !isPast ? { period: when.at, tells: null } : null;
    }
    case 'publishing': {
      const known = knownVintages(baseline, reading);
      const news = Object.entries(reading?.vintages ?? {}).filter(([year, hash]) => known[year] !== hash);
      const [oldest] = news.sort(([a], [b]) => Number(a) - Number(b));
      if (!oldest) return null;
      const [year, hash] = oldest;
      return { period: `published-${hash}`, tells: { year: Number(year), hash } };
    }
    case 'index-change': {
      const [current, before] = [reading?.index ?? null, baseline?.index ?? null];
      if (current === null || before === null || reading?.year !== baseline?.year) return null;
      const change = exact(current).sub(exact(before)).abs();
      return change.compare(exact(when.atLeast)) >= 0 ? crossing('index', history, reading) : null;
    }
    case 'response-rate-below': {
      if (!isBelow(reading, when.percent) || isBelow(baseline, when.percent)) return null;
      return crossing('rate', history, reading);
    }
  }
}

function crossing(
  what: string,
  { baseline, activeSince }: RunHistory,
  reading: Reading | null,
): DueRun | null {
  if (reading === null) return null;
  const { year, hash } = reading;
  return { period: `${what}-${baseline?.hash ?? activeSince}`, tells: { year, hash } };
}

/** The vintages that a subscription has told of or need not tell of, by year. */
function knownVintages(baseline: Reading | null, reading: Reading | null): Readonly<Record<string, string>> {
  if (baseline === null) return {};
  if (baseline.vintages) return baseline.vintages;
  // Version 0.1 looked at one year only: nothing is made up for in the others.
  const others = Object.entries(reading?.vintages ?? {}).filter(([year]) => Number(year) !== baseline.year);
  const own = baseline.published === null ? [] : [[String(baseline.year), baseline.published] as const];
  return Object.fromEntries([...others, ...own]);
}

/**
 * What a subscription compares with after a run: what the run had read before it wrote anything. Of vintages it has told
 * of one only; another year's is still to be told of.
 */
export function baselineAfter(
  when: SubscriptionWhen,
  baseline: Reading | null,
  reading: Reading | null,
  { tells }: DueRun,
): Reading | null {
  if (when.kind !== 'publishing' || reading === null || tells === null) return reading;
  return { ...reading, vintages: { ...knownVintages(baseline, reading), [tells.year]: tells.hash } };
}

/**
 * What a subscription that is not due is to compare with from now on: what is read now, where there was nothing to compare
 * with, where it tells of another year, or where a response rate has risen again so that it may sink once more. Null: as
 * before.
 */
export function newBaseline(
  when: SubscriptionWhen,
  baseline: Reading | null,
  reading: Reading | null,
): Reading | null {
  if (reading === null || !looksAtFigures(when)) return null;
  if (baseline === null) return reading;
  switch (when.kind) {
    case 'index-change':
      return baseline.year === reading.year && baseline.index !== null ? null : reading;
    case 'response-rate-below':
      return isBelow(baseline, when.percent) && !isBelow(reading, when.percent) ? reading : null;
    case 'publishing':
      return baseline.vintages ? null : { ...reading, vintages: knownVintages(baseline, reading) };
    case 'schedule':
    case 'once':
      return null;
  }
}

function isBelow(reading: Reading | null, percent: string): boolean {
  const rate = reading?.responseRate ?? null;
  return rate !== null && exact(rate).compare(exact(percent)) < 0;
}

/**
 * Whether a single time lies so far back that a subscription which becomes active now never runs for it.
 *
 * @param now ISO 8601 in UTC
 */
export function hasPassed(when: SubscriptionWhen, now: string): boolean {
  // Of a field that is not filled in yet the difference is NaN: it has not passed.
  return when.kind === 'once' && daysBetween(when.at, now) >= SAVING_SECONDS / (24 * 60 * 60);
}

/** Whether a subscription must look at the figures to know when it is due. */
export function looksAtFigures(when: SubscriptionWhen): boolean {
  return when.kind === 'publishing' || when.kind === 'index-change' || when.kind === 'response-rate-below';
}
