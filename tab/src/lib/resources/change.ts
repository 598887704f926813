import { queryOptions, skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { YearComparison } from '#core/change/year-comparison.ts';
import type { ApiClient } from '../api-client.ts';
import { useServices } from '../services.tsx';

async function getChange(
  api: ApiClient,
  year: number,
  against: number,
  signal: AbortSignal,
): Promise<YearComparison> {
  return (await api.send<YearComparison>(`/results/${year}/change?against=${against}`, { signal })).data;
}

// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the type is the library's own brand
export function changeQuery(api: ApiClient, year: number, against: number | null) {
  return queryOptions({
    queryKey: ['results', year, 'change', against],
    queryFn: against === null ? skipToken : ({ signal }) => getChange(api, year, against, signal),
  });
}

/** What changed between two years. With no earlier year nothing is asked. */
export function useChange(year: number, against: number | null): UseQueryResult<YearComparison> {
  return useQuery(changeQuery(useServices().api, year, against));
}
