import type { ReactElement } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { locationName, locationSite } from '#core/settings/source-location.ts';
import type { SourceSettings } from '#core/settings/source-settings.ts';
import { DataTable, type DataColumn } from '../../components/data-table.tsx';
import { Surface } from '../../components/surface.tsx';
import { dateAndTime } from '../../lib/dates.ts';
import { useTranslation } from '../../lib/translation.tsx';

/** Which lists the index is computed from, as saved. */
export function SettingsSources({ stored }: { readonly stored: StoredSettings }): ReactElement {
  const { t, language } = useTranslation();
  const { settings } = stored;
  const columns: readonly DataColumn<SourceSettings>[] = [
    {
      id: 'list',
      header: t('settings.sources.list'),
      kind: 'wide-text',
      cell: ({ location }) => locationName(location),
      sortBy: ({ location }) => locationName(location),
    },
    {
      id: 'topic',
      header: t('settings.sources.topic'),
      kind: 'text',
      cell: ({ topic }) => t(`topic.${topic}`),
    },
    {
      id: 'site',
      header: t('settings.sources.site'),
      kind: 'text',
      cell: ({ location }) => locationSite(location) ?? '–',
    },
    {
      id: 'years',
      header: t('settings.sources.years'),
      kind: 'text',
      cell: ({ years }) => (years.length === 0 ? t('settings.sources.all-years') : years.join(', ')),
    },
  ];
  return (
    <Surface
      title={t('settings.sources.title')}
      lead={t('settings.sources.lead', {
        organisation: settings.organisationName,
        version: String(stored.version),
        time: dateAndTime(stored.savedAt, language),
        who: stored.savedBy,
      })}
    >
      <DataTable
        caption={t('settings.sources.caption')}
        captionHidden
        columns={columns}
        rows={settings.sources}
        rowKey={({ id }) => id}
      />
      <p>{t('settings.published', { count: settings.publishedFigures.length })}</p>
    </Surface>
  );
}
