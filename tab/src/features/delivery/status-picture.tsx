import type { ReactElement } from 'react';
import { inLanguage } from '#core/number/in-language.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { MarkTable, type MarkRow } from '../../charts/mark-table.tsx';
import { BarMark } from '../../charts/marks.tsx';
import { percentScale } from '../../charts/percent-scale.ts';
import { ScoreBar } from '../../charts/score-bar.tsx';
import { ExplainedValue } from '../../components/explain-link.tsx';
import { Surface } from '../../components/surface.tsx';
import { plotValue } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { StatusFlow } from './status-flow.tsx';

const STATUSES = [
  'ongoingInitiatives',
  'pausedInitiatives',
  'cancelledInitiatives',
  'proposedInitiatives',
] as const;

/** How many initiatives stand in each status, against the number decided. */
export function StatusPicture({ result }: { readonly result: IndexResult }): ReactElement {
  const { t, language } = useTranslation();
  const { figures, delivery } = result;
  const decided = figures.decidedInitiatives.figure;
  const max = Math.max(1, plotValue(decided) ?? 0, plotValue(figures.proposedInitiatives.figure) ?? 0);
  const row = (id: FigureId, emphasis: 'strong' | 'indented'): MarkRow => ({
    id,
    label: t(`figure.${id}`),
    mark: <ScoreBar figure={figures[id].figure} max={max} />,
    value: <ExplainedValue figure={figures[id]} />,
    emphasis,
  });
  // Decided but not begun: a status of its own, while "decided" in the figures is the whole denominator.
  const notBegun: MarkRow = {
    id: 'not-begun',
    label: t('delivery.not-begun'),
    mark: <BarMark ends={[0, percentScale(0, max)(delivery.statuses.decided)]} />,
    value: inLanguage(String(delivery.statuses.decided), language),
    emphasis: 'indented',
  };
  return (
    <Surface title={t('delivery.statuses.title')}>
      <StatusFlow result={result} />
      <MarkTable
        caption={t('delivery.statuses.caption')}
        labelHeader={t('delivery.status')}
        valueHeader={t('delivery.count')}
        rows={[
          row('decidedInitiatives', 'strong'),
          row('realisedInitiatives', 'indented'),
          ...(delivery.statuses.decided > 0 ? [notBegun] : []),
          ...STATUSES.map((id) => row(id, 'indented')),
        ]}
      />
      <p>{t('delivery.statuses.note')}</p>
    </Surface>
  );
}
