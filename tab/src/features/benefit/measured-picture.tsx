import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { BenefitRow } from '#core/result/row-schema.ts';
import { AttainmentMark } from '../../charts/attainment-mark.tsx';
import type { ChartData } from '../../charts/chart-data.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { MarkTable } from '../../charts/mark-table.tsx';
import { BarMark } from '../../charts/marks.tsx';
import { ExplainedValue } from '../../components/explain-link.tsx';
import { FigureValue } from '../../components/figure-value.tsx';
import { Surface } from '../../components/surface.tsx';
import { figureText, plotValue } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** So many indicators a picture takes; the register below holds all. */
const MOST_SHOWN = 30;

interface MeasuredPictureProps {
  readonly result: IndexResult;
  readonly rows: readonly BenefitRow[];
}

/** How much of the register is measured, and indicator by indicator how far it came of what was expected. */
export function MeasuredPicture({ result, rows }: MeasuredPictureProps): ReactElement | null {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const { benefitCoverage } = result.figures;
  const coverage = plotValue(benefitCoverage.figure);
  const measured = rows
    .filter(({ uncapped }) => uncapped.kind === 'value')
    .toSorted((a, b) => (plotValue(a.uncapped) ?? 0) - (plotValue(b.uncapped) ?? 0));
  if (rows.length === 0) return null;
  const shown = measured.slice(0, MOST_SHOWN);
  const most = Math.max(120, ...shown.map(({ uncapped }) => plotValue(uncapped) ?? 0));
  const title = t('benefit.measured-picture.title');
  const name = ({ title: text, businessId, rowId }: BenefitRow): string =>
    text === '' ? businessId || rowId : text;
  const data: ChartData = {
    caption: title,
    columns: [
      { header: t('benefit.indicator'), kind: 'text' },
      { header: t('benefit.expected'), kind: 'number' },
      { header: t('benefit.measured'), kind: 'number' },
      { header: t('benefit.attainment'), kind: 'number' },
    ],
    rows: rows.map((row) => ({
      id: `${row.sourceId} ${row.rowId}`,
      cells: [
        name(row),
        figureText(row.expected, 'count', language) ?? '',
        figureText(row.measured, 'count', language) ?? t('benefit.not-measured'),
        figureText(row.uncapped, 'percent', language) ?? '',
      ],
    })),
  };
  return (
    <Surface title={title} lead={t('benefit.measured-picture.lead')}>
      <MarkTable
        caption={t('figure.benefitCoverage')}
        labelHeader={t('benefit.indicator')}
        valueHeader={t('benefit.attainment')}
        rows={[
          {
            id: 'coverage',
            label: t('figure.benefitCoverage'),
            mark: <BarMark ends={coverage === null ? null : [0, coverage]} hatched />,
            value: <ExplainedValue figure={benefitCoverage} />,
            emphasis: 'strong',
          },
        ]}
      />
      <ChartFrame
        title={title}
        data={data}
        picture={() => (
          <MarkTable
            caption={title}
            labelHeader={t('benefit.indicator')}
            valueHeader={t('benefit.attainment')}
            rows={shown.map((row) => ({
              id: `${row.sourceId} ${row.rowId}`,
              label: name(row),
              mark: <AttainmentMark percent={plotValue(row.uncapped)} most={most} />,
              value: <FigureValue figure={row.uncapped} unit="percent" />,
            }))}
          />
        )}
      />
      <p className={styles.note}>
        {t('benefit.measured-picture.rest', {
          unmeasured: rows.length - measured.length,
          more: measured.length - shown.length,
        })}
      </p>
    </Surface>
  );
}
