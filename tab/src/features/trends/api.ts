import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { TrendList } from '#core/contracts/read.ts';
import type { ApiClient } from '../../lib/api-client.ts';
import { resultPath } from '../../lib/result-path.ts';
import { useServices } from '../../lib/services.tsx';
import { useRoute } from '../../lib/use-route.ts';

async function getTrends(
  api: ApiClient,
  year: number,
  vintage: string | null,
  signal: AbortSignal,
): Promise<TrendList> {
  return (await api.send<TrendList>(resultPath(year, vintage, '/trends'), { signal })).data;
}

export function trendsQuery(api: ApiClient, year: number, vintage: string | null) {
  return queryOptions({
    queryKey: ['results', year, 'trends', vintage],
    queryFn: ({ signal }) => getTrends(api, year, vintage, signal),
  });
}

/** The trend watch beside a year's result. */
export function useTrends(year: number): UseQueryResult<TrendList> {
  return useQuery(trendsQuery(useServices().api, year, useRoute().vintage));
}
