import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { TrendList } from '#core/contracts/read.ts';
import type { ApiClient } from '../../lib/api-client.ts';
import { useServices } from '../../lib/services.tsx';

async function getTrends(api: ApiClient, year: number, signal: AbortSignal): Promise<TrendList> {
  return (await api.send<TrendList>(`/results/${year}/trends`, { signal })).data;
}

// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the type is the library's own brand
export function trendsQuery(api: ApiClient, year: number) {
  return queryOptions({
    queryKey: ['results', year, 'trends'],
    queryFn: ({ signal }) => getTrends(api, year, signal),
  });
}

/** The trend watch beside a year's result. */
export function useTrends(year: number): UseQueryResult<TrendList> {
  return useQuery(trendsQuery(useServices().api, year));
}
