import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { InitiativeList } from '#core/contracts/read.ts';
import type { ApiClient } from '../../lib/api-client.ts';
import { useServices } from '../../lib/services.tsx';

async function getInitiatives(api: ApiClient, year: number, signal: AbortSignal): Promise<InitiativeList> {
  return (await api.send<InitiativeList>(`/results/${year}/initiatives`, { signal })).data;
}

// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the type is the library's own brand
export function initiativesQuery(api: ApiClient, year: number) {
  return queryOptions({
    queryKey: ['results', year, 'initiatives'],
    queryFn: ({ signal }) => getInitiatives(api, year, signal),
  });
}

/** The initiatives behind a year's delivery. */
export function useInitiatives(year: number): UseQueryResult<InitiativeList> {
  return useQuery(initiativesQuery(useServices().api, year));
}
