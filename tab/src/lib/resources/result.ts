import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ResultEnvelope } from '#core/contracts/read.ts';
import type { ApiClient } from '../api-client.ts';
import { useServices } from '../services.tsx';

async function getResult(api: ApiClient, year: number, signal: AbortSignal): Promise<ResultEnvelope> {
  return (await api.send<ResultEnvelope>(`/results/${year}`, { signal })).data;
}

const WHILE_REFRESHING_MS = 5_000;

// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the type is the library's own brand
export function resultQuery(api: ApiClient, year: number) {
  return queryOptions({
    queryKey: ['results', year],
    queryFn: ({ signal }) => getResult(api, year, signal),
    refetchInterval: (query) =>
      query.state.data?.freshness.state === 'refreshing' ? WHILE_REFRESHING_MS : false,
  });
}

/** The stored result of a year with how fresh it is. While the year is being computed anew it is asked for again. */
export function useResult(year: number): UseQueryResult<ResultEnvelope> {
  return useQuery(resultQuery(useServices().api, year));
}
