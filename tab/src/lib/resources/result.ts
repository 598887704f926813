import { queryOptions, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ResultEnvelope } from '#core/contracts/read.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { ApiClient } from '../api-client.ts';
import { resultPath } from '../result-path.ts';
import { useServices } from '../services.tsx';
import { useRoute } from '../use-route.ts';

async function getResult(
  api: ApiClient,
  year: number,
  vintage: string | null,
  signal: AbortSignal,
): Promise<ResultEnvelope> {
  return (await api.send<ResultEnvelope>(resultPath(year, vintage), { signal })).data;
}

const WHILE_REFRESHING_MS = 5_000;

export function resultQuery(api: ApiClient, year: number, vintage: string | null = null) {
  return queryOptions({
    queryKey: ['results', year, 'vintage', vintage],
    queryFn: ({ signal }) => getResult(api, year, vintage, signal),
    refetchInterval: (query) =>
      query.state.data?.freshness.state === 'refreshing' ? WHILE_REFRESHING_MS : false,
  });
}

/** The stored result of a year with how fresh it is. While the year is being computed anew it is asked for again. */
export function useResult(year: number, vintage: string | null = null): UseQueryResult<ResultEnvelope> {
  return useQuery(resultQuery(useServices().api, year, vintage));
}

/** The result of the year that the page shows, of the vintage that the address names. */
export function useShownResult(year: number): UseQueryResult<ResultEnvelope> {
  return useResult(year, useRoute().vintage);
}

/** The results of several years, those that have come so far, in the order of the years. For paths over the years. */
export function useResults(years: readonly number[]): readonly IndexResult[] {
  const { api } = useServices();
  const queries = useQueries({ queries: years.map((year) => resultQuery(api, year)) });
  return queries.flatMap(({ data }) => (data === undefined ? [] : [data.result]));
}
