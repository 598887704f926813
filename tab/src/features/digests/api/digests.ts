import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Delivery, DeliveryList, DigestAccepted, DigestAsk, Language } from '#core/contracts/digest.ts';
import type { DigestSubject } from '#core/digest/digest-subject.ts';
import type { ApiClient } from '../../../lib/api-client.ts';
import { useServices } from '../../../lib/services.tsx';

const POLL_MS = 2_000;
/** Somebody looks at this one and waits. */
const FOLLOW_MS = 700;

async function getDeliveries(api: ApiClient, signal: AbortSignal): Promise<readonly Delivery[]> {
  return (await api.send<DeliveryList>('/deliveries', { signal })).data.deliveries;
}

export function deliveriesQuery(api: ApiClient) {
  return queryOptions({
    queryKey: ['deliveries'],
    queryFn: ({ signal }) => getDeliveries(api, signal),
    refetchInterval: (query) =>
      query.state.data?.some(({ state }) => state === 'queued' || state === 'sending') === true
        ? POLL_MS
        : false,
  });
}

/** The receipts, asked for again while one is still under way. */
export function useDeliveries(): UseQueryResult<readonly Delivery[]> {
  return useQuery(deliveriesQuery(useServices().api));
}

/** One receipt, asked for again until it has ended. */
export function useDelivery(id: string): UseQueryResult<Delivery> {
  const { api } = useServices();
  return useQuery({
    queryKey: ['deliveries', id],
    queryFn: async ({ signal }) => (await api.send<Delivery>(`/deliveries/${id}`, { signal })).data,
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'queued' || data?.state === 'sending' ? FOLLOW_MS : false,
  });
}

/** Asks for a card to a channel; its receipt tells the rest. */
export function useSendDigest(): UseMutationResult<DigestAccepted, Error, DigestAsk> {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (request) =>
      (await api.send<DigestAccepted>('/digests', { method: 'POST', body: request })).data,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['deliveries'] }),
  });
}

export interface PreviewRequest {
  readonly year: number;
  readonly language: Language;
  readonly subject: DigestSubject;
}

/** The card as it would be posted now. */
export function usePreviewDigest(): UseMutationResult<
  Readonly<Record<string, unknown>>,
  Error,
  PreviewRequest
> {
  const { api } = useServices();
  return useMutation({
    mutationFn: async (request) =>
      (
        await api.send<{ readonly card: Readonly<Record<string, unknown>> }>('/digests/preview', {
          method: 'POST',
          body: request,
        })
      ).data.card,
  });
}

/** Posts a card again that failed or may not have arrived. */
export function useSendAgain(): UseMutationResult<unknown, Error, string> {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id) => api.send(`/deliveries/${id}/send-again`, { method: 'POST' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['deliveries'] }),
  });
}

/** The card of a receipt, as it was or is to be posted. */
export function useDeliveryCard(id: string): UseQueryResult<Readonly<Record<string, unknown>>> {
  const { api } = useServices();
  return useQuery({
    queryKey: ['deliveries', id, 'card'],
    queryFn: async ({ signal }) =>
      (
        await api.send<{ readonly card: Readonly<Record<string, unknown>> }>(`/deliveries/${id}/card`, {
          signal,
        })
      ).data.card,
  });
}
