import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type {
  ChannelTarget,
  ChannelTargetSaved,
  ChannelTargetWrite,
} from '#core/contracts/channel-targets.ts';
import type { ApiClient } from '../../../lib/api-client.ts';
import { useServices } from '../../../lib/services.tsx';

type ChannelTargets = readonly ChannelTarget[];

async function getTargets(api: ApiClient, signal: AbortSignal): Promise<ChannelTargets> {
  return (await api.send<{ readonly targets: ChannelTargets }>('/channel-targets', { signal })).data.targets;
}

export function targetsQuery(api: ApiClient) {
  return queryOptions({ queryKey: ['channel-targets'], queryFn: ({ signal }) => getTargets(api, signal) });
}

/** The channels that cards can be sent to; never their addresses. */
export function useTargets(): UseQueryResult<ChannelTargets> {
  return useQuery(targetsQuery(useServices().api));
}

export interface TargetToSave {
  readonly id: string;
  readonly write: ChannelTargetWrite;
}

/** Adds a channel or changes one, and tries it where asked. */
export function useSaveTarget(): UseMutationResult<ChannelTargetSaved, Error, TargetToSave> {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, write }) =>
      (await api.send<ChannelTargetSaved>(`/channel-targets/${id}`, { method: 'PUT', body: write })).data,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['channel-targets'] });
      await queryClient.invalidateQueries({ queryKey: ['deliveries'] });
    },
  });
}

export function useDeleteTarget(): UseMutationResult<unknown, Error, string> {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id) => api.send(`/channel-targets/${id}`, { method: 'DELETE' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['channel-targets'] }),
  });
}
