import type { ReactElement } from 'react';
import type { DeliveryObject } from '#core/result/portfolio-schema.ts';
import type { ChartData } from '../../charts/chart-data.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { BarMark } from '../../charts/marks.tsx';
import { percentScale } from '../../charts/percent-scale.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { FigureValue } from '../../components/figure-value.tsx';
import { Surface } from '../../components/surface.tsx';
import { figureOrReason } from '../../lib/figure-or-reason.ts';
import { plotValue } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';

/** Decided and realised initiatives per portfolio object. */
export function ObjectsTable({
  objects,
}: {
  readonly objects: readonly DeliveryObject[];
}): ReactElement | null {
  const translation = useTranslation();
  const { t } = translation;
  if (objects.length === 0) return null;
  const scale = percentScale(0, Math.max(...objects.map(({ decided }) => decided), 1));
  const nameOf = ({ name }: DeliveryObject): string => (name === '' ? t('delivery.object.none') : name);
  const columns: readonly RecordColumn<DeliveryObject>[] = [
    { id: 'name', header: t('delivery.object'), kind: 'wide-text', cell: nameOf, sortBy: nameOf },
    {
      id: 'bar',
      header: '',
      kind: 'bar',
      cell: ({ decided }) => <BarMark ends={[0, scale(decided)]} />,
    },
    {
      id: 'decided',
      header: t('delivery.decided'),
      kind: 'number',
      cell: ({ decided }) => decided,
      sortBy: ({ decided }) => decided,
    },
    {
      id: 'realised',
      header: t('delivery.realised'),
      kind: 'number',
      cell: ({ realised }) => realised,
      sortBy: ({ realised }) => realised,
    },
    {
      id: 'score',
      header: t('delivery.score'),
      kind: 'number',
      cell: ({ score }) => <FigureValue figure={score} unit="score" />,
      sortBy: ({ score }) => plotValue(score),
    },
  ];
  const data: ChartData = {
    caption: t('delivery.objects.caption'),
    columns: [
      { header: t('delivery.object'), kind: 'text' },
      { header: t('delivery.decided'), kind: 'number' },
      { header: t('delivery.realised'), kind: 'number' },
      { header: t('delivery.score'), kind: 'number' },
    ],
    rows: objects.map((object) => ({
      id: object.name,
      cells: [
        nameOf(object),
        String(object.decided),
        String(object.realised),
        figureOrReason(object.score, 'score', translation),
      ],
    })),
  };
  return (
    <Surface title={t('delivery.objects.title')}>
      <ChartFrame
        title={t('delivery.objects.title')}
        isTable
        data={data}
        picture={() => (
          <RecordTable
            caption={t('delivery.objects.caption')}
            captionHidden
            columns={columns}
            rows={objects}
            rowKey={({ name }) => name}
          />
        )}
      />
    </Surface>
  );
}
