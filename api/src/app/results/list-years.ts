import type { YearList, YearSummary } from '#core/contracts/read.ts';
import type { ResultHead, ResultStore } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import { yearsOf } from './year-of-tenant.ts';

export type ListYears = (tenantId: string) => Promise<YearList>;

const MISSING = { kind: 'absent', reason: 'missing' } as const;

/** The years that are computed or have been published, newest first, each with its figures: as published, else as computed last. */
export function createListYears(parts: {
  readonly settings: SettingsStore;
  readonly results: ResultStore;
}): ListYears {
  return async (tenantId) => {
    const [summary, heads, published] = await Promise.all([
      parts.settings.summary(tenantId),
      parts.results.heads(tenantId),
      parts.results.vintages.latestOfYears(tenantId),
    ]);
    if (!summary) return { organisationName: null, configured: false, years: [] };
    const live = new Map(heads.map((head) => [head.year, head]));
    const vintages = new Map(published.map((stored) => [stored.head.year, stored]));
    const years = yearsOf(summary.years, [...vintages.keys()])
      .toReversed()
      .map((year) => {
        const latest = vintages.get(year);
        return summaryOf(year, latest?.head ?? live.get(year), latest?.vintage.number ?? null);
      });
    return { organisationName: summary.organisationName, configured: true, years };
  };
}

function summaryOf(year: number, head: ResultHead | undefined, vintage: number | null): YearSummary {
  if (!head) {
    return {
      year,
      state: 'not-computed',
      running: false,
      index: MISSING,
      preconditions: MISSING,
      delivery: MISSING,
      benefit: MISSING,
      computedAt: null,
      vintage,
    };
  }
  const { running, index, preconditions, delivery, benefit, computedAt } = head;
  return { year, state: 'computed', running, index, preconditions, delivery, benefit, computedAt, vintage };
}
