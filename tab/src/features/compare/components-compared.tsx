import type { ReactElement } from 'react';
import type { FigureChange } from '#core/change/figure-changes.ts';
import { BeforeAfterBar } from '../../charts/before-after-bar.tsx';
import type { ChartData } from '../../charts/chart-data.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { MarkTable } from '../../charts/mark-table.tsx';
import { Surface } from '../../components/surface.tsx';
import { plotValue } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { changeText, valueText, type ComparedYears } from './change-text.ts';

const SCORES = ['index', 'preconditions', 'delivery', 'benefit'] as const;

interface ComponentsComparedProps {
  readonly changes: readonly FigureChange[];
  readonly years: ComparedYears;
}

/** The index and its components: a bar for the later year, a line where the earlier one stood. */
export function ComponentsCompared({ changes, years }: ComponentsComparedProps): ReactElement {
  const translation = useTranslation();
  const { t } = translation;
  const scores = SCORES.flatMap((id) => changes.filter((change) => change.id === id));
  const title = t('compare.scores.title', { before: String(years.before), after: String(years.after) });
  const data: ChartData = {
    caption: title,
    columns: [
      { header: t('compare.figure'), kind: 'text' },
      { header: String(years.before), kind: 'number' },
      { header: String(years.after), kind: 'number' },
      { header: t('compare.change'), kind: 'number' },
    ],
    rows: scores.map((change) => ({
      id: change.id,
      cells: [
        t(`figure.${change.id}`),
        valueText(change, change.before, translation),
        valueText(change, change.after, translation),
        changeText(change, translation),
      ],
    })),
  };
  return (
    <Surface
      title={title}
      lead={t('compare.scores.lead', { before: String(years.before), after: String(years.after) })}
    >
      <ChartFrame
        title={title}
        data={data}
        picture={() => (
          <MarkTable
            caption={title}
            labelHeader={t('compare.figure')}
            valueHeader={t('compare.scores.value')}
            rows={scores.map((change) => ({
              id: change.id,
              label: t(`figure.${change.id}`),
              mark: (
                <BeforeAfterBar before={plotValue(change.before)} after={plotValue(change.after)} max={10} />
              ),
              value: `${valueText(change, change.before, translation)} → ${valueText(change, change.after, translation)}`,
              emphasis: change.id === 'index' ? 'strong' : 'plain',
            }))}
          />
        )}
      />
    </Surface>
  );
}
