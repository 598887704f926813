import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { StoredSettings } from '#core/contracts/admin.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import type { ApiClient } from '../api-client.ts';
import { useServices } from '../services.tsx';
import { keepDraft } from '../settings-draft.ts';

async function getSettings(api: ApiClient, signal: AbortSignal): Promise<StoredSettings> {
  return (await api.send<StoredSettings>('/settings', { signal })).data;
}

export function settingsQuery(api: ApiClient) {
  return queryOptions({ queryKey: ['settings'], queryFn: ({ signal }) => getSettings(api, signal) });
}

/** The settings as stored. Administrators only. */
export function useSettings(): UseQueryResult<StoredSettings> {
  return useQuery(settingsQuery(useServices().api));
}

/** The header that says which version is replaced. */
export function versionTag(version: number): string {
  return `"v${version}"`;
}

export interface SaveSettingsInput {
  readonly settings: Settings;
  /** The version that was changed. */
  readonly version: number;
}

/** Saves the draft. One that comes too late stays a draft, and what was saved meanwhile is fetched. */
export function useSaveSettings(): UseMutationResult<StoredSettings, Error, SaveSettingsInput> {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ settings, version }: SaveSettingsInput) =>
      (
        await api.send<StoredSettings>('/settings', {
          method: 'PUT',
          body: settings,
          ifMatch: versionTag(version),
        })
      ).data,
    onSuccess: () => keepDraft(null),
    onSettled: () =>
      Promise.all([['settings'], ['years']].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
}
