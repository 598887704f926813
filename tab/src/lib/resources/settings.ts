import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { StoredSettings } from '#core/contracts/admin.ts';
import type { ApiClient } from '../api-client.ts';
import { useServices } from '../services.tsx';

async function getSettings(api: ApiClient, signal: AbortSignal): Promise<StoredSettings> {
  return (await api.send<StoredSettings>('/settings', { signal })).data;
}

// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the type is the library's own brand
export function settingsQuery(api: ApiClient) {
  return queryOptions({ queryKey: ['settings'], queryFn: ({ signal }) => getSettings(api, signal) });
}

/** The settings as stored. Administrators only. */
export function useSettings(): UseQueryResult<StoredSettings> {
  return useQuery(settingsQuery(useServices().api));
}
