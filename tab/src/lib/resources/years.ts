import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { YearList, YearSummary } from '#core/contracts/read.ts';
import type { ApiClient } from '../api-client.ts';
import { useServices } from '../services.tsx';

async function getYears(api: ApiClient, signal: AbortSignal): Promise<YearList> {
  return (await api.send<YearList>('/years', { signal })).data;
}

export function yearsQuery(api: ApiClient) {
  return queryOptions({ queryKey: ['years'], queryFn: ({ signal }) => getYears(api, signal) });
}

/** Every year that is shown, newest first, with what the trend needs. */
export function useYears(): UseQueryResult<YearList> {
  return useQuery(yearsQuery(useServices().api));
}

/** The nearest earlier year that has been computed: what a change is measured against. */
export function yearBefore(years: readonly YearSummary[], year: number): number | null {
  const earlier = years.filter((summary) => summary.state === 'computed' && summary.year < year);
  return earlier.length === 0 ? null : Math.max(...earlier.map((summary) => summary.year));
}
