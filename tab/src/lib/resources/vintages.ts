import { queryOptions, skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { VintageList } from '#core/contracts/vintages.ts';
import type { ApiClient } from '../api-client.ts';
import { useServices } from '../services.tsx';

async function getVintages(api: ApiClient, year: number, signal: AbortSignal): Promise<VintageList> {
  return (await api.send<VintageList>(`/results/${year}/vintages`, { signal })).data;
}

export function vintagesQuery(api: ApiClient, year: number, wanted: boolean) {
  return queryOptions({
    queryKey: ['results', year, 'vintages'],
    queryFn: wanted ? ({ signal }) => getVintages(api, year, signal) : skipToken,
  });
}

/** What has been published of a year, newest first. Asked for only where something has. */
export function useVintages(year: number, wanted: boolean): UseQueryResult<VintageList> {
  return useQuery(vintagesQuery(useServices().api, year, wanted));
}
