import type { ReactElement } from 'react';
import type { FigureChange } from '#core/change/figure-changes.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { FigureValue } from '../../components/figure-value.tsx';
import { Surface } from '../../components/surface.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { changeText, type ComparedYears } from './change-text.ts';

interface GroupComparedProps {
  readonly title: string;
  readonly changes: readonly FigureChange[];
  readonly years: ComparedYears;
}

/** Figures of one page in both years. */
export function GroupCompared({ title, changes, years }: GroupComparedProps): ReactElement {
  const translation = useTranslation();
  const { t } = translation;
  const columns: readonly RecordColumn<FigureChange>[] = [
    { id: 'figure', header: t('compare.figure'), kind: 'wide-text', cell: ({ id }) => t(`figure.${id}`) },
    {
      id: 'before',
      header: String(years.before),
      kind: 'number',
      cell: ({ before, unit }) => <FigureValue figure={before} unit={unit} />,
    },
    {
      id: 'after',
      header: String(years.after),
      kind: 'number',
      cell: ({ after, unit }) => <FigureValue figure={after} unit={unit} />,
    },
    {
      id: 'change',
      header: t('compare.change'),
      kind: 'number',
      cell: (change) => changeText(change, translation),
    },
  ];
  return (
    <Surface title={title}>
      <RecordTable
        caption={t('compare.caption', { title, before: String(years.before), after: String(years.after) })}
        captionHidden
        columns={columns}
        rows={changes}
        rowKey={({ id }) => id}
      />
    </Surface>
  );
}
