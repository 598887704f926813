import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { RefreshJob } from '#core/contracts/admin.ts';
import type { ApiClient } from '../../../lib/api-client.ts';
import { ApiProblem } from '../../../lib/api-problem.ts';
import { useServices } from '../../../lib/services.tsx';

const UNDER_WAY: ReadonlySet<RefreshJob['state']> = new Set(['queued', 'running', 'waiting']);
const POLL_MS = 1_500;

/** Null: the year has never been refreshed. */
async function getRefresh(api: ApiClient, year: number, signal: AbortSignal): Promise<RefreshJob | null> {
  try {
    return (await api.send<RefreshJob>(`/refreshes/${year}`, { signal })).data;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

export function isUnderWay(job: RefreshJob | null | undefined): boolean {
  return job !== null && job !== undefined && UNDER_WAY.has(job.state);
}

export function refreshQuery(api: ApiClient, year: number) {
  return queryOptions({
    queryKey: ['refreshes', year],
    queryFn: ({ signal }) => getRefresh(api, year, signal),
    refetchInterval: (query) => (isUnderWay(query.state.data) ? POLL_MS : false),
  });
}

/** How the refresh of a year goes, asked again while it is under way; its end brings the new figures to every page. */
export function useRefresh(year: number): UseQueryResult<RefreshJob | null> {
  const queryClient = useQueryClient();
  const refresh = useQuery(refreshQuery(useServices().api, year));
  const underWay = isUnderWay(refresh.data);
  const wasUnderWay = useRef(underWay);
  useEffect(() => {
    if (wasUnderWay.current && !underWay) {
      void queryClient.invalidateQueries({ queryKey: ['years'] });
      void queryClient.invalidateQueries({ queryKey: ['results'] });
    }
    wasUnderWay.current = underWay;
  }, [underWay, queryClient]);
  return refresh;
}

/** Stops the refresh of a year. */
export function useCancelRefresh(year: number): UseMutationResult<unknown, Error, void> {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.send(`/refreshes/${year}/cancel`, { method: 'POST' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['refreshes', year] }),
  });
}

/** Asks for a refresh of a year. */
export function useStartRefresh(year: number): UseMutationResult<unknown, Error, void> {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.send('/refreshes', { method: 'POST', body: { year } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['refreshes', year] }),
  });
}
