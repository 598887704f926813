import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Language } from '#core/contracts/digest.ts';
import type {
  CreatedLists,
  FoundFile,
  FoundList,
  FoundSite,
  ListWatch,
  SourceCheck,
  SourceColumns,
  SourcePreview,
} from '#core/contracts/sources.ts';
import type { SourceTopic } from '#core/result/figure-ids.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import type { SourceForm } from '#core/settings/source-fields.ts';
import type { SourceLocation } from '#core/settings/source-location.ts';
import type { SourceSettings } from '#core/settings/source-settings.ts';
import { useServices } from '../../../lib/services.tsx';

/** What SharePoint shows changes while one sets up: it is asked anew each time a step opens. */
const FRESH = { staleTime: 0, retry: false } as const;

function query(parameters: Readonly<Record<string, string>>): string {
  return new URLSearchParams(parameters).toString();
}

/** Sites that the admin may see. */
export function useSites(search: string): UseQueryResult<readonly FoundSite[]> {
  const { api } = useServices();
  return useQuery({
    ...FRESH,
    queryKey: ['sites', search],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (
        await api.send<{ readonly sites: readonly FoundSite[] }>(`/sources/sites?${query({ search })}`, {
          signal,
        })
      ).data.sites,
  });
}

export function useLists(site: string): UseQueryResult<readonly FoundList[]> {
  const { api } = useServices();
  return useQuery({
    ...FRESH,
    queryKey: ['lists', site],
    queryFn: async ({ signal }) =>
      (
        await api.send<{ readonly lists: readonly FoundList[] }>(`/sources/lists?${query({ site })}`, {
          signal,
        })
      ).data.lists,
  });
}

/** What a site's libraries, a library or a folder holds. */
export function useFiles(
  site: string,
  drive: string | null,
  folder: string | null,
): UseQueryResult<readonly FoundFile[]> {
  const { api } = useServices();
  const parameters = {
    site,
    ...(drive !== null && { drive }),
    ...(folder !== null && { folder }),
  };
  return useQuery({
    ...FRESH,
    queryKey: ['files', parameters],
    queryFn: async ({ signal }) =>
      (
        await api.send<{ readonly entries: readonly FoundFile[] }>(`/sources/files?${query(parameters)}`, {
          signal,
        })
      ).data.entries,
  });
}

export interface ColumnsRequest {
  readonly topic: SourceTopic;
  readonly form: SourceForm;
  readonly location: SourceLocation;
}

/** The columns of a place, with suggestions. */
export function useColumns(request: ColumnsRequest): UseQueryResult<SourceColumns> {
  const { api } = useServices();
  return useQuery({
    ...FRESH,
    queryKey: ['source-columns', request],
    queryFn: async ({ signal }) =>
      (await api.send<SourceColumns>('/sources/columns', { method: 'POST', body: request, signal })).data,
  });
}

export interface PreviewRequest {
  readonly source: SourceSettings;
  readonly year: number;
  readonly method?: MethodSettings;
}

export function usePreview(request: PreviewRequest): UseQueryResult<SourcePreview> {
  const { api } = useServices();
  return useQuery({
    ...FRESH,
    queryKey: ['source-preview', request],
    queryFn: async ({ signal }) =>
      (await api.send<SourcePreview>('/sources/preview', { method: 'POST', body: request, signal })).data,
  });
}

/** Of which lists SharePoint tells the app when they change. */
export function useListWatches(): UseQueryResult<readonly ListWatch[]> {
  const { api } = useServices();
  return useQuery({
    queryKey: ['list-watches'],
    retry: false,
    queryFn: async ({ signal }) =>
      (await api.send<{ readonly watches: readonly ListWatch[] }>('/sources/watches', { signal })).data
        .watches,
    // A list that has just been connected is asked for within seconds.
    refetchInterval: ({ state }) => (state.data?.some(isSettled) === true ? 60_000 : 5000),
  });
}

function isSettled({ state }: ListWatch): boolean {
  return state === 'watched';
}

/** Whether the app itself can read a source. */
export function useCheck(): UseMutationResult<SourceCheck, Error, SourceSettings> {
  const { api } = useServices();
  return useMutation({
    mutationFn: async (source) =>
      (await api.send<SourceCheck>('/sources/check', { method: 'POST', body: { source } })).data,
  });
}

export function useCreateLists(): UseMutationResult<
  CreatedLists,
  Error,
  {
    readonly siteId: string;
    readonly siteName: string;
    readonly topics: readonly SourceTopic[];
    readonly language: Language;
  }
> {
  const { api } = useServices();
  return useMutation({
    mutationFn: async (body) =>
      (await api.send<CreatedLists>('/sources/lists', { method: 'POST', body })).data,
  });
}

export function useUpload(): UseMutationResult<
  { readonly uploadId: string; readonly fileName: string },
  Error,
  { readonly topic: SourceTopic; readonly file: File }
> {
  const { api } = useServices();
  return useMutation({
    mutationFn: async ({ topic, file }) => {
      const body = { topic, name: file.name, base64: await base64Of(file) };
      return (
        await api.send<{ readonly uploadId: string; readonly fileName: string }>('/sources/uploads', {
          method: 'POST',
          body,
        })
      ).data;
    },
  });
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 0x8000) {
    text += String.fromCodePoint(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(text);
}

export interface SettingsToSave {
  readonly settings: Settings;
  /** The version that was changed; null for the first settings of all. */
  readonly version: number | null;
}

/** Saves settings as a new version, if nobody else has saved since. */
export function useSaveSettings(): UseMutationResult<unknown, Error, SettingsToSave> {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ settings, version }) =>
      api.send('/settings', {
        method: 'PUT',
        body: settings,
        ...(version === null ? { onlyIfNew: true } : { ifMatch: `"v${version}"` }),
      }),
    onSuccess: async () => {
      await Promise.all(
        ['settings', 'years'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
}
