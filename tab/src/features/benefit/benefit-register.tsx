import { makeStyles } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { FigureUnit } from '#core/number/shown.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { BenefitRow } from '#core/result/row-schema.ts';
import { ScoreBar } from '../../charts/score-bar.tsx';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { ExternalLink } from '../../components/external-link.tsx';
import { FigureValue } from '../../components/figure-value.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Surface } from '../../components/surface.tsx';
import { TableFilter } from '../../components/table-filter.tsx';
import { foundIn } from '../../lib/find-rows.ts';
import { plotValue } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { goTo, useRoute } from '../../lib/use-route.ts';
import { useBenefits } from './api.ts';
import { MeasuredPicture } from './measured-picture.tsx';

const useStyles = makeStyles({ bar: { width: '96px' } });

/** The register's indicators: what was expected, what was measured, and how much of the way that is. */
export function BenefitRegister({ result }: { readonly result: IndexResult }): ReactElement {
  const { year } = result;
  const styles = useStyles();
  const { t, language } = useTranslation();
  const route = useRoute();
  const benefits = useBenefits(year);
  const [search, setSearch] = useState('');
  const all = benefits.data?.benefits ?? [];
  const ofObject = all.filter(
    ({ portfolioObject }) => route.object === null || route.object === portfolioObject,
  );
  const rows = ofObject.filter(({ title, businessId, portfolioObject, kind, initiative }) =>
    foundIn(search, [title, businessId, portfolioObject, initiative, t(`kind.${kind}`)]),
  );
  const objects = [...new Set(all.map(({ portfolioObject }) => portfolioObject))].toSorted((a, b) =>
    a.localeCompare(b, language),
  );
  const figure = (
    id: 'baseline' | 'expected' | 'measured' | 'weight' | 'attainment',
    unit: FigureUnit,
  ): RecordColumn<BenefitRow> => ({
    id,
    header: t(`benefit.${id}`),
    kind: 'number',
    cell: (row) => <FigureValue figure={row[id]} unit={unit} />,
    sortBy: (row) => plotValue(row[id]),
  });
  const columns: readonly RecordColumn<BenefitRow>[] = [
    {
      id: 'title',
      header: t('benefit.indicator'),
      kind: 'wide-text',
      cell: ({ title, businessId, rowId, webUrl }) => {
        const name = title === '' ? businessId || rowId : title;
        return webUrl === null ? name : <ExternalLink href={webUrl}>{name}</ExternalLink>;
      },
      sortBy: ({ title }) => title,
    },
    {
      id: 'kind',
      header: t('benefit.kind'),
      kind: 'short-text',
      cell: ({ kind }) => t(`kind.${kind}`),
      sortBy: ({ kind }) => t(`kind.${kind}`),
    },
    figure('baseline', 'count'),
    figure('expected', 'count'),
    figure('measured', 'count'),
    figure('weight', 'count'),
    {
      id: 'bar',
      header: '',
      kind: 'mark',
      cell: ({ attainment }) => (
        <div className={styles.bar}>
          <ScoreBar figure={attainment} max={100} />
        </div>
      ),
    },
    figure('attainment', 'percent'),
  ];
  if (benefits.data === undefined) {
    return benefits.isError ? (
      <ProblemView error={benefits.error} onRetry={() => void benefits.refetch()} />
    ) : (
      <Skeleton heightsPx={[280, 280]} />
    );
  }
  return (
    <>
      <MeasuredPicture result={result} rows={ofObject} />
      <Surface title={t('benefit.register.title')}>
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
          caption={t('benefit.register.caption', { year: String(year) })}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={({ sourceId, rowId }) => `${sourceId} ${rowId}`}
        />
      </Surface>
    </>
  );
}
