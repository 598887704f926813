import type { ReactElement } from 'react';
import { inLanguage } from '#core/number/in-language.ts';
import type { SourceReading } from '#core/result/source-reading-schema.ts';
import { shortDateAndTime } from '../lib/dates.ts';
import { useTranslation } from '../lib/translation.tsx';
import type { RecordColumn } from './record-column.ts';
import { RecordTable } from './record-table.tsx';
import { ExternalLink } from './external-link.tsx';

/** Which lists a result was read from, when, and what became of their rows. */
export function SourcesTable({ sources }: { readonly sources: readonly SourceReading[] }): ReactElement {
  const { t, language } = useTranslation();
  if (sources.length === 0) return <p>{t('sources.none')}</p>;
  const rows = (
    id: string,
    header: string,
    count: (source: SourceReading) => number | null,
  ): RecordColumn<SourceReading> => ({
    id,
    header,
    kind: 'number',
    cell: (source) => {
      const rows = count(source);
      return rows === null ? t('sources.rows-hidden') : inLanguage(String(rows), language);
    },
  });
  const columns: readonly RecordColumn<SourceReading>[] = [
    {
      id: 'name',
      header: t('sources.name'),
      kind: 'wide-text',
      cell: ({ name, webUrl }) =>
        webUrl === null ? name : <ExternalLink href={webUrl}>{name}</ExternalLink>,
    },
    { id: 'topic', header: t('sources.topic'), kind: 'text', cell: ({ topic }) => t(`topic.${topic}`) },
    {
      id: 'changed',
      header: t('sources.changed-at'),
      kind: 'number',
      cell: ({ lastChangedAt }) =>
        lastChangedAt === null ? t('sources.unknown-change') : shortDateAndTime(lastChangedAt, language),
    },
    {
      id: 'read',
      header: t('sources.read-at'),
      kind: 'number',
      cell: ({ readAt }) => shortDateAndTime(readAt, language),
    },
    rows('rows-read', t('sources.rows-read'), (source) => source.rowsRead),
    rows('rows-used', t('sources.rows-used'), (source) => source.rowsUsed),
    rows('rows-left-out', t('sources.rows-left-out'), (source) => source.rowsLeftOut),
    rows('rows-set-aside', t('sources.rows-set-aside'), (source) => source.rowsSetAside),
  ];
  return (
    <>
      <RecordTable
        caption={t('sources.caption')}
        captionHidden
        columns={columns}
        rows={sources}
        rowKey={({ sourceId }) => sourceId}
      />
      <p>{t('sources.explained')}</p>
    </>
  );
}
