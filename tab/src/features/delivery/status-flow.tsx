import type { ReactElement } from 'react';
import type { InitiativeStatus } from '#core/result/figure-ids.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { ChartData } from '../../charts/chart-data.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { FlowChart, type FlowPart } from '../../charts/flow-chart.tsx';
import { useTranslation } from '../../lib/translation.tsx';

/** Where decided initiatives stand, the furthest first. */
const OUTCOMES = [
  { status: 'realised', kind: 'done' },
  { status: 'ongoing', kind: 'under-way' },
  { status: 'decided', kind: 'under-way' },
  { status: 'paused', kind: 'stopped' },
  { status: 'cancelled', kind: 'stopped' },
] as const satisfies readonly { status: InitiativeStatus; kind: FlowPart['kind'] }[];

/** What became of the decided initiatives. */
export function StatusFlow({ result }: { readonly result: IndexResult }): ReactElement | null {
  const { t } = useTranslation();
  const { statuses } = result.delivery;
  const parts = OUTCOMES.map(({ status, kind }): FlowPart => ({
    id: status,
    kind,
    label: status === 'decided' ? t('delivery.not-begun') : t(`status.${status}`),
    count: statuses[status],
  }));
  const decided = parts.reduce((sum, { count }) => sum + count, 0);
  if (decided === 0) return null;
  const title = t('delivery.flow.title');
  const whole = t('delivery.flow.whole', { count: decided });
  const data: ChartData = {
    caption: title,
    columns: [
      { header: t('delivery.status'), kind: 'text' },
      { header: t('delivery.count'), kind: 'number' },
    ],
    rows: [
      { id: 'whole', cells: [t('figure.decidedInitiatives'), String(decided)] },
      ...parts.map(({ id, label, count }) => ({ id, cells: [label, String(count)] })),
    ],
  };
  return (
    <ChartFrame
      title={title}
      data={data}
      picture={(widthPx) => (
        <FlowChart
          whole={whole}
          parts={parts}
          summary={`${whole}: ${parts.map(({ label, count }) => `${label} ${count}`).join(', ')}`}
          widthPx={widthPx}
        />
      )}
    />
  );
}
