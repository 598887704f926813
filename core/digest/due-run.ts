import type { SubscriptionWhen } from '#core/contracts/subscriptions.ts';
import { secondsAfter } from '#core/fields/swedish-date.ts';
import { exact } from '#core/number/exact.ts';
import { latestRun } from './schedule.ts';

/** What a subscription looks at to see whether something has happened, from the year it tells of. */
export interface Reading {
  /** Hash of the result that is read. */
  readonly hash: string;
  readonly year: number;
  /** Hash of the latest vintage of that year; null while it is not published. */
  readonly published: string | null;
  /** The index as an exact quotient; null where there is none. */
  readonly index: string | null;
  /** The employee survey's response rate in percent, decimal point; null where there is none. */
  readonly responseRate: string | null;
}

/** A run that is due: `period` names it, and a subscription runs once for each. */
export interface DueRun {
  readonly period: string;
}

export interface RunHistory {
  /** Since when it has run by these rules: nothing from before is made up for. ISO 8601. */
  readonly activeSince: string;
  /** The period it last ran for; null before the first run. */
  readonly lastPeriod: string | null;
  /** What it read at its last run, or when it was made; null where nothing has been read yet. */
  readonly baseline: Reading | null;
}

/**
 * The run of a subscription that is due now, or null. A schedule's is the latest time that has passed, however long ago:
 * after a week without service each subscription posts once, late. A threshold's is a new crossing since the last run.
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
      return { period: run };
    }
    case 'once':
      return secondsAfter(when.at, 0) <= now && lastPeriod !== when.at ? { period: when.at } : null;
    case 'publishing': {
      const published = reading?.published ?? null;
      return published === null || published === (baseline?.published ?? null)
        ? null
        : { period: `published-${published}` };
    }
    case 'index-change': {
      const [current, before] = [reading?.index ?? null, baseline?.index ?? null];
      if (current === null || before === null || reading?.year !== baseline?.year) return null;
      const change = exact(current).sub(exact(before)).abs();
      return change.compare(exact(when.atLeast)) >= 0 ? { period: `index-${reading?.hash ?? ''}` } : null;
    }
    case 'response-rate-below': {
      if (!isBelow(reading, when.percent) || isBelow(baseline, when.percent)) return null;
      return { period: `rate-${reading?.hash ?? ''}` };
    }
  }
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
    case 'schedule':
    case 'once':
    case 'publishing':
      return null;
  }
}

function isBelow(reading: Reading | null, percent: string): boolean {
  const rate = reading?.responseRate ?? null;
  return rate !== null && exact(rate).compare(exact(percent)) < 0;
}

/** Whether a subscription must look at the figures to know when it is due. */
export function looksAtFigures(when: SubscriptionWhen): boolean {
  return when.kind === 'publishing' || when.kind === 'index-change' || when.kind === 'response-rate-below';
}
