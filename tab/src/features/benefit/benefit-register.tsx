import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { FigureUnit } from '#core/number/shown.ts';
import type { BenefitRow } from '#core/result/result-schema.ts';
import { ScoreBar } from '../../charts/score-bar.tsx';
import { DataTable, type DataColumn } from '../../components/data-table.tsx';
import { ExternalLink } from '../../components/external-link.tsx';
import { FigureValue } from '../../components/figure-value.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Surface } from '../../components/surface.tsx';
import { plotValue } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useBenefits } from './api.ts';

const useStyles = makeStyles({ bar: { width: '96px' } });

/** The register's indicators: what was expected, what was measured, and how much of the way that is. */
export function BenefitRegister({ year }: { readonly year: number }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const benefits = useBenefits(year);
  const figure = (
    id: 'baseline' | 'expected' | 'measured' | 'weight' | 'attainment',
    unit: FigureUnit,
  ): DataColumn<BenefitRow> => ({
    id,
    header: t(`benefit.${id}`),
    kind: 'number',
    cell: (row) => <FigureValue figure={row[id]} unit={unit} />,
    sortBy: (row) => plotValue(row[id]),
  });
  const columns: readonly DataColumn<BenefitRow>[] = [
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
      kind: 'short-text',
      cell: ({ attainment }) => (
        <div className={styles.bar}>
          <ScoreBar figure={attainment} max={100} />
        </div>
      ),
    },
    figure('attainment', 'percent'),
  ];
  return (
    <Surface title={t('benefit.register.title')}>
      {benefits.data !== undefined ? (
        <DataTable
          caption={t('benefit.register.caption', { year: String(year) })}
          columns={columns}
          rows={benefits.data.benefits}
          rowKey={({ sourceId, rowId }) => `${sourceId} ${rowId}`}
        />
      ) : benefits.isError ? (
        <ProblemView error={benefits.error} onRetry={() => void benefits.refetch()} />
      ) : (
        <Skeleton heightsPx={[280]} />
      )}
    </Surface>
  );
}
