import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { VintageDifferences } from '#core/contracts/vintages.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { ExternalLink } from '../../components/external-link.tsx';
import { FigureValue } from '../../components/figure-value.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useDifferences, type Sides } from './api.ts';

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px' },
});

type FigureRow = VintageDifferences['figures'][number];
type InitiativeRow = VintageDifferences['initiatives'][number];

interface DifferencesViewProps {
  readonly year: number;
  readonly sides: Sides;
}

/** What differs between two results of a year: figures, initiatives, units. */
export function DifferencesView({ year, sides }: DifferencesViewProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const differences = useDifferences(year, sides);
  if (differences.data === undefined) {
    return differences.isError ? (
      <ProblemView error={differences.error} onRetry={() => void differences.refetch()} />
    ) : (
      <Skeleton heightsPx={[120]} />
    );
  }
  const { figures, initiatives, units } = differences.data;
  if (figures.length + initiatives.length + units.length === 0) return <p>{t('publishing.no-difference')}</p>;
  return (
    <div className={styles.stack}>
      {figures.length > 0 && <FiguresTable figures={figures} />}
      {initiatives.length > 0 && <InitiativesTable initiatives={initiatives} />}
      {units.length > 0 && (
        <p>
          {t('publishing.units', { count: units.length })} {units.map(({ name }) => name).join(', ')}
        </p>
      )}
    </div>
  );
}

function FiguresTable({ figures }: { readonly figures: readonly FigureRow[] }): ReactElement {
  const { t } = useTranslation();
  const columns: readonly RecordColumn<FigureRow>[] = [
    {
      id: 'figure',
      header: t('publishing.figure'),
      kind: 'wide-text',
      cell: ({ figure }) => t(`figure.${figure}`),
    },
    {
      id: 'before',
      header: t('publishing.compare.before'),
      kind: 'number',
      cell: ({ before, unit }) => <FigureValue figure={before} unit={unit} />,
    },
    {
      id: 'after',
      header: t('publishing.compare.after'),
      kind: 'number',
      cell: ({ after, unit }) => <FigureValue figure={after} unit={unit} />,
    },
    {
      id: 'shown',
      header: t('publishing.shown-differs'),
      kind: 'text',
      cell: ({ shownDiffers }) => (shownDiffers ? t('publishing.yes') : t('publishing.unrounded-only')),
    },
  ];
  return (
    <RecordTable
      caption={t('publishing.figures.caption')}
      columns={columns}
      rows={figures}
      rowKey={({ figure }) => figure}
    />
  );
}

function InitiativesTable({ initiatives }: { readonly initiatives: readonly InitiativeRow[] }): ReactElement {
  const { t } = useTranslation();
  const columns: readonly RecordColumn<InitiativeRow>[] = [
    {
      id: 'title',
      header: t('publishing.initiative'),
      kind: 'wide-text',
      cell: ({ title, webUrl }) =>
        webUrl === null ? title : <ExternalLink href={webUrl}>{title}</ExternalLink>,
    },
    {
      id: 'move',
      header: t('publishing.move'),
      kind: 'text',
      cell: ({ move }) => t(`publishing.move.${move}`),
    },
    {
      id: 'before',
      header: t('publishing.compare.before'),
      kind: 'text',
      cell: ({ statusBefore }) => statusBefore ?? '–',
    },
    {
      id: 'after',
      header: t('publishing.compare.after'),
      kind: 'text',
      cell: ({ statusAfter }) => statusAfter ?? '–',
    },
  ];
  return (
    <RecordTable
      caption={t('publishing.initiatives.caption')}
      columns={columns}
      rows={initiatives}
      rowKey={({ sourceId, rowId }) => `${sourceId} ${rowId}`}
    />
  );
}
