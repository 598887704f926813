import { useState, type ReactElement } from 'react';
import type { InitiativeRow } from '#core/result/row-schema.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { ExternalLink } from '../../components/external-link.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Surface } from '../../components/surface.tsx';
import { TableFilter } from '../../components/table-filter.tsx';
import { foundIn } from '../../lib/find-rows.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { goTo, useRoute } from '../../lib/use-route.ts';
import { useInitiatives } from './api.ts';

/** The rows behind the figure, each with the way into SharePoint. */
export function InitiativesTable({ year }: { readonly year: number }): ReactElement {
  const { t, language } = useTranslation();
  const route = useRoute();
  const initiatives = useInitiatives(year);
  const [search, setSearch] = useState('');
  const all = initiatives.data?.initiatives ?? [];
  const rows = all.filter(
    ({ title, businessId, portfolioObject, status }) =>
      (route.object === null || route.object === portfolioObject) &&
      foundIn(search, [title, businessId, portfolioObject, t(`status.${status}`)]),
  );
  const objects = [...new Set(all.map(({ portfolioObject }) => portfolioObject))].toSorted((a, b) =>
    a.localeCompare(b, language),
  );
  const columns: readonly RecordColumn<InitiativeRow>[] = [
    {
      id: 'title',
      header: t('delivery.initiative'),
      kind: 'wide-text',
      cell: ({ title, businessId, rowId, webUrl }) => {
        const name = title === '' ? businessId || rowId : title;
        return webUrl === null ? name : <ExternalLink href={webUrl}>{name}</ExternalLink>;
      },
      sortBy: ({ title }) => title,
    },
    {
      id: 'id',
      header: t('delivery.initiative.id'),
      kind: 'short-text',
      cell: ({ businessId }) => businessId,
      sortBy: ({ businessId }) => businessId,
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
    {
      id: 'counted',
      header: t('delivery.initiative.counted'),
      kind: 'short-text',
      cell: ({ counted }) => (counted ? t('delivery.initiative.yes') : t('delivery.initiative.no')),
      sortBy: ({ counted }) => (counted ? 0 : 1),
    },
  ];
  return (
    <Surface title={t('delivery.initiatives.title')}>
      {initiatives.data !== undefined ? (
        <>
          <TableFilter
            search={search}
            onSearch={setSearch}
            choiceLabel={t('delivery.object')}
            choice={route.object}
            choices={objects.map((value) => ({
              value,
              text: value === '' ? t('delivery.object.none') : value,
            }))}
            onChoice={(object) => goTo({ ...route, object }, { replace: true })}
            shown={rows.length}
            total={all.length}
          />
          <RecordTable
            caption={t('delivery.initiatives.caption', { year: String(year) })}
            captionHidden
            columns={columns}
            rows={rows}
            rowKey={({ sourceId, rowId }) => `${sourceId} ${rowId}`}
          />
        </>
      ) : initiatives.isError ? (
        <ProblemView error={initiatives.error} onRetry={() => void initiatives.refetch()} />
      ) : (
        <Skeleton heightsPx={[280]} />
      )}
    </Surface>
  );
}
