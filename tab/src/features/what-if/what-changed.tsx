import type { ReactElement } from 'react';
import type { WhatIf } from '#core/change/what-if.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { DivergingBar } from '../../charts/diverging-bar.tsx';
import { MarkTable } from '../../charts/mark-table.tsx';
import { FigureValue } from '../../components/figure-value.tsx';
import { Surface } from '../../components/surface.tsx';
import { figureOrReason } from '../../lib/figure-or-reason.ts';
import { plotValue } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';

/** What each part does to the index against the year as it is. */
export function WhatChanged({ now }: { readonly now: WhatIf }): ReactElement {
  const translation = useTranslation();
  const { t } = translation;
  const values = now.contributions.map(({ contribution }) => plotValue(contribution) ?? 0);
  const most = Math.max(0.05, ...values.map(Math.abs));
  return (
    <Surface title={t('what-if.changed.title')} lead={t('what-if.changed.lead')}>
      <ChartFrame
        title={t('what-if.changed.title')}
        isTable
        data={{
          caption: t('what-if.changed.title'),
          columns: [
            { header: t('overview.contributions.part'), kind: 'text' },
            { header: t('overview.contributions.value'), kind: 'number' },
          ],
          rows: [
            ...now.contributions.map(({ contributor, contribution }) => ({
              id: contributor,
              cells: [t(`contributor.${contributor}`), figureOrReason(contribution, 'change', translation)],
            })),
            {
              id: 'index',
              cells: [t('figure.index'), figureOrReason(now.changes.index, 'change', translation)],
            },
          ],
        }}
        picture={() => (
          <MarkTable
            caption={t('what-if.changed.title')}
            labelHeader={t('overview.contributions.part')}
            valueHeader={t('overview.contributions.value')}
            rows={[
              ...now.contributions.map(({ contributor, contribution }) => ({
                id: contributor,
                label: t(`contributor.${contributor}`),
                mark: <DivergingBar value={plotValue(contribution)} most={most} />,
                value: <FigureValue figure={contribution} unit="change" />,
              })),
              {
                id: 'index',
                label: t('figure.index'),
                mark: null,
                value: <FigureValue figure={now.changes.index} unit="change" />,
                emphasis: 'strong' as const,
              },
            ]}
          />
        )}
      />
    </Surface>
  );
}
