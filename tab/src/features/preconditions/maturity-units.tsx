import type { ReactElement } from 'react';
import type { MaturityUnit } from '#core/result/survey-schema.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { ScoreBar } from '../../charts/score-bar.tsx';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { FigureValue } from '../../components/figure-value.tsx';
import { Surface } from '../../components/surface.tsx';
import { figureOrReason } from '../../lib/figure-or-reason.ts';
import { plotValue } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';

/** Maturity per unit, where the source names units. */
export function MaturityUnits({ units }: { readonly units: readonly MaturityUnit[] }): ReactElement | null {
  const translation = useTranslation();
  const { t } = translation;
  if (units.length === 0) return null;
  const columns: readonly RecordColumn<MaturityUnit>[] = [
    {
      id: 'unit',
      header: t('preconditions.unit'),
      kind: 'wide-text',
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    {
      id: 'n',
      header: t('preconditions.n'),
      kind: 'number',
      cell: ({ n }) => <FigureValue figure={n} unit="count" />,
      sortBy: ({ n }) => plotValue(n),
    },
    {
      id: 'percent',
      header: t('preconditions.percent'),
      kind: 'number',
      cell: ({ percent }) => <FigureValue figure={percent} unit="percent" />,
      sortBy: ({ percent }) => plotValue(percent),
    },
    {
      id: 'difference',
      header: t('preconditions.difference'),
      kind: 'text',
      // Of a published percentage the persons are not at hand, so nothing can be tested.
      cell: ({ origin, publishedIn, difference }) =>
        origin === 'published'
          ? t('preconditions.maturity-units.published', { source: publishedIn ?? '' })
          : t(`preconditions.difference.${difference}`),
      sortBy: ({ origin, difference }) => (origin === 'published' ? '' : difference),
    },
    {
      id: 'bar',
      header: t('figure.maturityPercent'),
      kind: 'wide-text',
      cell: ({ percent }) => <ScoreBar figure={percent} max={100} />,
    },
  ];
  return (
    <Surface title={t('preconditions.maturity-units.title')}>
      <ChartFrame
        title={t('preconditions.maturity-units.title')}
        isTable
        data={{
          caption: t('preconditions.maturity-units.title'),
          columns: [
            { header: t('preconditions.unit'), kind: 'text' },
            { header: t('preconditions.n'), kind: 'number' },
            { header: t('preconditions.percent'), kind: 'number' },
          ],
          rows: units.map(({ id, name, n, percent }) => ({
            id,
            cells: [
              name,
              figureOrReason(n, 'count', translation),
              figureOrReason(percent, 'percent', translation),
            ],
          })),
        }}
        picture={() => (
          <RecordTable
            caption={t('preconditions.maturity-units.caption')}
            captionHidden
            columns={columns}
            rows={units}
            rowKey={({ id }) => id}
            instead={({ n }) =>
              n.kind === 'absent' && n.reason === 'suppressed' ? t('preconditions.units.hidden') : null
            }
          />
        )}
      />
    </Surface>
  );
}
