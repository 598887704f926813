import type { ReactElement } from 'react';
import type { IndexResult } from '#core/result/result-schema.ts';
import { ChosenNotice } from '../../components/chosen-notice.tsx';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { FigureValue } from '../../components/figure-value.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useRoute } from '../../lib/use-route.ts';

const FIGURES = [
  { id: 'mean', organisation: 'employeeMean', unit: 'mean' },
  { id: 'percent', organisation: 'employeePercent', unit: 'percent' },
  { id: 'responseRate', organisation: 'employeeResponseRate', unit: 'percent' },
  { id: 'positive', organisation: 'employeePositiveShare', unit: 'percent' },
  { id: 'neutral', organisation: 'employeeNeutralShare', unit: 'percent' },
  { id: 'negative', organisation: 'employeeNegativeShare', unit: 'percent' },
] as const;

/** The unit that the page is turned to, beside the organisation. */
export function ChosenUnit({ result }: { readonly result: IndexResult }): ReactElement | null {
  const { t } = useTranslation();
  const chosen = useRoute().unit;
  if (chosen === null) return null;
  const unit = result.employeeSurvey.units.find(({ id }) => id === chosen);
  if (unit === undefined) {
    return <ChosenNotice title={t('preconditions.unit')}>{t('chosen.unknown-unit')}</ChosenNotice>;
  }
  const columns: readonly RecordColumn<(typeof FIGURES)[number]>[] = [
    {
      id: 'figure',
      header: t('compare.figure'),
      kind: 'wide-text',
      cell: ({ organisation }) => t(`figure.${organisation}`),
    },
    {
      id: 'unit',
      header: unit.name,
      kind: 'number',
      cell: (figure) => <FigureValue figure={unit[figure.id]} unit={figure.unit} />,
    },
    {
      id: 'organisation',
      header: result.organisationName,
      kind: 'number',
      cell: ({ organisation, unit: of }) => (
        <FigureValue figure={result.figures[organisation].figure} unit={of} />
      ),
    },
  ];
  return (
    <ChosenNotice title={unit.name}>
      <RecordTable
        caption={unit.name}
        captionHidden
        columns={columns}
        rows={FIGURES}
        rowKey={({ id }) => id}
      />
      <p>{t(`preconditions.difference.${unit.difference}`)}</p>
    </ChosenNotice>
  );
}
