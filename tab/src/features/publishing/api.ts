import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { StoredSettings } from '#core/contracts/admin.ts';
import type { Verification, VintageDifferences } from '#core/contracts/vintages.ts';
import type { Vintage } from '#core/result/vintage.ts';
import type { ApiClient } from '../../lib/api-client.ts';
import { useServices } from '../../lib/services.tsx';

/** Two results of a year to compare, each `live` or a vintage's hash. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

async function getDifferences(
  api: ApiClient,
  year: number,
  { before, after }: Sides,
  signal: AbortSignal,
): Promise<VintageDifferences> {
  const query = new URLSearchParams({ before, after });
  const path = `/results/${year}/differences?${query.toString()}`;
  return (await api.send<VintageDifferences>(path, { signal })).data;
}

export function differencesQuery(api: ApiClient, year: number, sides: Sides) {
  return queryOptions({
    queryKey: ['results', year, 'differences', sides],
    queryFn: ({ signal }) => getDifferences(api, year, sides, signal),
  });
}

/** What differs between two results of a year. */
export function useDifferences(year: number, sides: Sides): UseQueryResult<VintageDifferences> {
  return useQuery(differencesQuery(useServices().api, year, sides));
}

export interface PublishInput {
  readonly hash: string;
  readonly note: string;
}

/** Publishes what was computed last of a year. Every page then reads it. */
export function usePublish(year: number): UseMutationResult<Vintage, Error, PublishInput> {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (input: PublishInput) =>
      (await api.send<Vintage>(`/results/${year}/vintages`, { method: 'POST', body: input })).data,
    onSettled: () =>
      Promise.all([['years'], ['results']].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
}

/** Has the seals and hashes of a year's vintages computed anew. */
export function useVerify(year: number): UseMutationResult<Verification, Error, void> {
  const { api } = useServices();
  return useMutation({
    mutationFn: async () => (await api.send<Verification>(`/results/${year}/vintages/verification`)).data,
  });
}

/** Opens or closes open data: saves the settings as they were read, with that one choice changed. */
export function useOpenDataSwitch(): UseMutationResult<
  unknown,
  Error,
  { readonly stored: StoredSettings; readonly published: boolean }
> {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ stored: { settings, version }, published }) =>
      api.send('/settings', {
        method: 'PUT',
        body: { ...settings, openData: { ...settings.openData, published } },
        ifMatch: `"v${version}"`,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['settings'] }),
  });
}
