import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { IndexResult } from '#core/result/result-schema.ts';
import { BandBar, BandLegend } from '../../charts/band-bar.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { MarkTable } from '../../charts/mark-table.tsx';
import { ScoreBar } from '../../charts/score-bar.tsx';
import { ExplainedValue } from '../../components/explain-link.tsx';
import { FigureList } from '../../components/figure-list.tsx';
import { Surface } from '../../components/surface.tsx';
import { figureOrReason } from '../../lib/figure-or-reason.ts';
import { plotValue } from '../../lib/shown-figure.ts';
import { UncertaintyLine } from '../../components/uncertainty-line.tsx';
import { useTranslation } from '../../lib/translation.tsx';

const useStyles = makeStyles({
  title: { margin: '16px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

const SHARES = ['employeePositiveShare', 'employeeNeutralShare', 'employeeNegativeShare'] as const;

/** The employee item: percent and mean, how the answers are distributed, and who answered. */
export function EmployeeItem({ result }: { readonly result: IndexResult }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const { figures } = result;
  return (
    <Surface title={t('preconditions.employee.title')} lead={t('preconditions.employee.statement')}>
      <MarkTable
        caption={t('figure.employeePercent')}
        labelHeader={t('preconditions.part')}
        valueHeader={t('preconditions.percent')}
        rows={[
          {
            id: 'percent',
            label: t('figure.employeePercent'),
            mark: <ScoreBar figure={figures.employeePercent.figure} max={100} />,
            value: <ExplainedValue figure={figures.employeePercent} />,
            emphasis: 'strong',
          },
        ]}
      />
      <UncertaintyLine result={result} figure="employeePercent" />
      <FigureList figures={[figures.employeeMean]} />
      <h3 className={styles.title}>{t('preconditions.bands.caption')}</h3>
      <OwnBandBar result={result} />
      <FigureList figures={SHARES.map((id) => figures[id])} />
      <h3 className={styles.title}>{t('preconditions.answered')}</h3>
      <FigureList
        figures={[
          figures.employeeAnswers,
          figures.employeeLeftOut,
          figures.employeeInvited,
          figures.employeeResponseRate,
        ]}
      />
    </Surface>
  );
}

/** The three shares in one bar; nothing where one of them is not known. */
function OwnBandBar({ result }: { readonly result: IndexResult }): ReactElement | null {
  const translation = useTranslation();
  const { t } = translation;
  const { figures } = result;
  const negative = plotValue(figures.employeeNegativeShare.figure);
  const neutral = plotValue(figures.employeeNeutralShare.figure);
  const positive = plotValue(figures.employeePositiveShare.figure);
  if (negative === null || neutral === null || positive === null) return null;
  return (
    <ChartFrame
      title={t('preconditions.bands.caption')}
      data={{
        caption: t('preconditions.bands.caption'),
        columns: [
          { header: t('preconditions.part'), kind: 'text' },
          { header: t('preconditions.percent'), kind: 'number' },
        ],
        rows: SHARES.map((id) => ({
          id,
          cells: [t(`figure.${id}`), figureOrReason(figures[id].figure, 'percent', translation)],
        })),
      }}
      picture={() => (
        <>
          <BandLegend
            negative={t('preconditions.negative')}
            neutral={t('preconditions.neutral')}
            positive={t('preconditions.positive')}
          />
          <BandBar negative={negative} neutral={neutral} positive={positive} />
        </>
      )}
    />
  );
}
