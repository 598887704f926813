import type { ReactElement } from 'react';
import type { TrendInitiative } from '#core/trends/trend-watch-schema.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { Surface } from '../../components/surface.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { InitiativeName } from './trend-initiatives.tsx';

interface IdleInitiativesProps {
  readonly initiatives: readonly TrendInitiative[];
  readonly year: number;
}

/** The year's initiatives that answer no trend: not wrong, but worth a question. */
export function IdleInitiatives({ initiatives, year }: IdleInitiativesProps): ReactElement {
  const { t } = useTranslation();
  const columns: readonly RecordColumn<TrendInitiative>[] = [
    {
      id: 'title',
      header: t('delivery.initiative'),
      kind: 'wide-text',
      cell: (initiative) => <InitiativeName initiative={initiative} />,
      sortBy: ({ title }) => title,
    },
    {
      id: 'status',
      header: t('delivery.status'),
      kind: 'short-text',
      cell: ({ status }) => t(`status.${status}`),
      sortBy: ({ status }) => t(`status.${status}`),
    },
    {
      id: 'object',
      header: t('delivery.object'),
      kind: 'text',
      cell: ({ portfolioObject }) => (portfolioObject === '' ? t('delivery.object.none') : portfolioObject),
      sortBy: ({ portfolioObject }) => portfolioObject,
    },
  ];
  return (
    <Surface title={t('trends.idle.title')} lead={t('trends.idle.lead', { count: initiatives.length })}>
      <RecordTable
        caption={t('trends.idle.caption', { year: String(year) })}
        captionHidden
        rowsAtATime={5}
        columns={columns}
        rows={initiatives}
        rowKey={({ rowId }) => rowId}
      />
    </Surface>
  );
}
