import type { ReactElement } from 'react';
import { INDEX_WEIGHTS, type IndexPart } from '#core/index/index-weights.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { Surface } from '../../components/surface.tsx';
import { useTranslation } from '../../lib/translation.tsx';

const PARTS = Object.keys(INDEX_WEIGHTS) as readonly IndexPart[];

/** What each part weighs, and where that comes from. The source is the same for all and is named in the reader's language. */
export function WeightsTable(): ReactElement {
  const { t } = useTranslation();
  const columns: readonly RecordColumn<IndexPart>[] = [
    { id: 'part', header: t('method.weights.part'), kind: 'text', cell: (part) => t(`contributor.${part}`) },
    {
      id: 'weight',
      header: t('method.weights.weight'),
      kind: 'number',
      cell: (part) => INDEX_WEIGHTS[part].weight,
    },
  ];
  return (
    <Surface title={t('method.weights.title')} lead={t('method.weights.source')}>
      <RecordTable
        caption={t('method.weights.caption')}
        captionHidden
        columns={columns}
        rows={PARTS}
        rowKey={(part) => part}
      />
    </Surface>
  );
}
