import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { InitiativeList } from '#core/contracts/read.ts';
import type { ApiClient } from '../../lib/api-client.ts';
import { resultPath } from '../../lib/result-path.ts';
import { useServices } from '../../lib/services.tsx';
import { useRoute } from '../../lib/use-route.ts';

async function getInitiatives(
  api: ApiClient,
  year: number,
  vintage: string | null,
  signal: AbortSignal,
): Promise<InitiativeList> {
  return (await api.send<InitiativeList>(resultPath(year, vintage, '/initiatives'), { signal })).data;
}

export function initiativesQuery(api: ApiClient, year: number, vintage: string | null) {
  return queryOptions({
    queryKey: ['results', year, 'initiatives', vintage],
    queryFn: ({ signal }) => getInitiatives(api, year, vintage, signal),
  });
}

/** The initiatives behind a year's delivery. */
export function useInitiatives(year: number): UseQueryResult<InitiativeList> {
  return useQuery(initiativesQuery(useServices().api, year, useRoute().vintage));
}
