import {
  queryOptions,
  skipToken,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { StoredSettings } from '#core/contracts/admin.ts';
import type { AuditAction, AuditLogPage } from '#core/contracts/audit.ts';
import type {
  ImportPreview,
  SettingsFile,
  SettingsVersion,
  SettingsVersionList,
} from '#core/contracts/settings-history.ts';
import type { ApiClient } from '../../../lib/api-client.ts';
import { versionTag } from '../../../lib/resources/settings.ts';
import { useServices } from '../../../lib/services.tsx';

async function get<T>(api: ApiClient, path: string, signal: AbortSignal): Promise<T> {
  return (await api.send<T>(path, { signal })).data;
}

/** The versions of the settings, newest first. */
export function useVersions(): UseQueryResult<SettingsVersionList> {
  const { api } = useServices();
  return useQuery(
    queryOptions({
      queryKey: ['settings', 'versions'],
      queryFn: ({ signal }) => get<SettingsVersionList>(api, '/settings/versions', signal),
    }),
  );
}

/** One version with what it changed; null asks for nothing. */
export function useVersion(version: number | null): UseQueryResult<SettingsVersion> {
  const { api } = useServices();
  return useQuery(
    queryOptions({
      queryKey: ['settings', 'versions', version],
      queryFn:
        version === null
          ? skipToken
          : ({ signal }) => get<SettingsVersion>(api, `/settings/versions/${version}`, signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
}

/** A write of settings; afterwards everything that hangs on them is asked for again. */
function useSettingsWrite<Input>(
  write: (api: ApiClient, input: Input) => Promise<StoredSettings>,
): UseMutationResult<StoredSettings, Error, Input> {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => write(api, input),
    onSettled: () =>
      Promise.all(
        [['settings'], ['years'], ['audit-log']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

interface RestoreInput {
  readonly version: number;
  /** The version in force. */
  readonly over: number;
}

/** Saves an earlier version again, as a new one. */
export function useRestore(): UseMutationResult<StoredSettings, Error, RestoreInput> {
  return useSettingsWrite(
    async (api, { version, over }: RestoreInput) =>
      (
        await api.send<StoredSettings>(`/settings/versions/${version}/restore`, {
          method: 'POST',
          ifMatch: versionTag(over),
        })
      ).data,
  );
}

/** All settings as one file. */
export function useExport(): UseMutationResult<SettingsFile, Error, void> {
  const { api } = useServices();
  return useMutation({
    mutationFn: async () => (await api.send<SettingsFile>('/settings/export')).data,
  });
}

/** What an import would change. The file is checked by the API: what is read here is anything. */
export function usePreviewImport(): UseMutationResult<ImportPreview> {
  const { api } = useServices();
  return useMutation({
    mutationFn: async (file: unknown) =>
      (await api.send<ImportPreview>('/settings/import/preview', { method: 'POST', body: file })).data,
  });
}

interface ImportInput {
  readonly file: unknown;
  readonly over: number;
}

/** Saves a file's settings as a new version. */
export function useImport(): UseMutationResult<StoredSettings, Error, ImportInput> {
  return useSettingsWrite(
    async (api, { file, over }: ImportInput) =>
      (
        await api.send<StoredSettings>('/settings/import', {
          method: 'POST',
          body: file,
          ifMatch: versionTag(over),
        })
      ).data,
  );
}

/** What of the audit log is shown. Empty: all. */
export interface LogFilter {
  readonly action: AuditAction | '';
  readonly by: string;
  readonly since: string;
  readonly until: string;
}

/** The audit log, page by page. */
export function useAuditLog(
  filter: LogFilter,
): UseInfiniteQueryResult<InfiniteData<AuditLogPage, string | null>> {
  const { api } = useServices();
  return useInfiniteQuery({
    queryKey: ['audit-log', filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const asked = { ...filter, after: pageParam ?? '' };
      const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
      return get<AuditLogPage>(api, `/audit-log?${query.toString()}`, signal);
    },
    getNextPageParam: ({ next }) => next,
  });
}
