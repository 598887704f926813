import type { YearList, YearSummary } from '#core/contracts/read.ts';
import type { ResultHead, ResultStore } from './ports/result-store.ts';
import type { SettingsStore } from './ports/settings-store.ts';

export type ListYears = (tenantId: string) => Promise<YearList>;

const MISSING = { kind: 'absent', reason: 'missing' } as const;

/** The years of the settings, newest first, each with its stored figures where it has been computed. */
export function createListYears(parts: {
  readonly settings: SettingsStore;
  readonly results: ResultStore;
}): ListYears {
  return async (tenantId) => {
    const [summary, heads] = await Promise.all([
      parts.settings.summary(tenantId),
      parts.results.heads(tenantId),
    ]);
    if (!summary) return { organisationName: null, configured: false, years: [] };
    const byYear = new Map(heads.map((head) => [head.year, head]));
    const years = summary.years.toSorted((a, b) => b - a).map((year) => summaryOf(year, byYear.get(year)));
    return { organisationName: summary.organisationName, configured: true, years };
  };
}

function summaryOf(year: number, head: ResultHead | undefined): YearSummary {
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
    };
  }
  const { running, index, preconditions, delivery, benefit, computedAt } = head;
  return { year, state: 'computed', running, index, preconditions, delivery, benefit, computedAt };
}
