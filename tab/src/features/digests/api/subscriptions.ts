import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Subscription, SubscriptionAsk, SubscriptionList } from '#core/contracts/subscriptions.ts';
import type { ApiClient } from '../../../lib/api-client.ts';
import { useServices } from '../../../lib/services.tsx';

type Subscriptions = readonly Subscription[];

async function getSubscriptions(api: ApiClient, signal: AbortSignal): Promise<Subscriptions> {
  return (await api.send<SubscriptionList>('/subscriptions', { signal })).data.subscriptions;
}

export function subscriptionsQuery(api: ApiClient) {
  return queryOptions({
    queryKey: ['subscriptions'],
    queryFn: ({ signal }) => getSubscriptions(api, signal),
  });
}

/** What is posted where and when. */
export function useSubscriptions(): UseQueryResult<Subscriptions> {
  return useQuery(subscriptionsQuery(useServices().api));
}

export interface SubscriptionToSave {
  readonly id: string;
  readonly write: SubscriptionAsk;
}

/** Adds a subscription or changes one. */
export function useSaveSubscription(): UseMutationResult<unknown, Error, SubscriptionToSave> {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, write }) => api.send(`/subscriptions/${id}`, { method: 'PUT', body: write }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['subscriptions'] }),
  });
}

export function useDeleteSubscription(): UseMutationResult<unknown, Error, string> {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id) => api.send(`/subscriptions/${id}`, { method: 'DELETE' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['subscriptions'] }),
  });
}
