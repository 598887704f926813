import { queryOptions, skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { YearComparison } from '#core/change/year-comparison.ts';
import type { ApiClient } from '../api-client.ts';
import { useServices } from '../services.tsx';
import { useRoute } from '../use-route.ts';

async function getChange(
  api: ApiClient,
  year: number,
  against: number,
  vintage: string | null,
  signal: AbortSignal,
): Promise<YearComparison> {
  return (
    await api.send<YearComparison>(
      `/results/${year}/change?against=${against}${vintage === null ? '' : `&vintage=${vintage}`}`,
      { signal },
    )
  ).data;
}

export function changeQuery(api: ApiClient, year: number, against: number | null, vintage: string | null) {
  return queryOptions({
    queryKey: ['results', year, 'change', against, vintage],
    queryFn: against === null ? skipToken : ({ signal }) => getChange(api, year, against, vintage, signal),
  });
}

/** What changed between two years. With no earlier year nothing is asked. */
export function useChange(year: number, against: number | null): UseQueryResult<YearComparison> {
  return useQuery(changeQuery(useServices().api, year, against, useRoute().vintage));
}
