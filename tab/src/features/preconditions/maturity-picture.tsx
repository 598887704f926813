import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { FigureId } from '#core/result/figure-ids.ts';
import { MATURITY_AREAS, MATURITY_AREA_IDS } from '#core/result/figure-ids.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { MaturityPart } from '#core/result/survey-schema.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { MarkTable, type MarkRow } from '../../charts/mark-table.tsx';
import { ScoreBar } from '../../charts/score-bar.tsx';
import { ExplainedValue } from '../../components/explain-link.tsx';
import { FigureList } from '../../components/figure-list.tsx';
import { FigureValue } from '../../components/figure-value.tsx';
import { Surface } from '../../components/surface.tsx';
import { UncertaintyLine } from '../../components/uncertainty-line.tsx';
import { figureOrReason } from '../../lib/figure-or-reason.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { NationalLine } from './national-line.tsx';

const useStyles = makeStyles({
  title: { margin: '16px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  ranks: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
    gap: '0 24px',
  },
  rank: { margin: 0, paddingInlineStart: '20px' },
});

const AXES = [
  { axis: 'capability', figure: 'digitalCapabilityPercent' },
  { axis: 'legacy', figure: 'digitalLegacyPercent' },
] as const;

interface Part {
  readonly id: FigureId;
  readonly emphasis: 'strong' | 'indented';
}

/** The total, and each axis with its areas. */
const PARTS: readonly Part[] = [
  { id: 'maturityPercent', emphasis: 'strong' },
  ...AXES.flatMap(({ axis, figure }): readonly Part[] => [
    { id: figure, emphasis: 'strong' },
    ...MATURITY_AREA_IDS.filter((area) => MATURITY_AREAS[area].axis === axis).map((area): Part => ({
      id: MATURITY_AREAS[area].figure,
      emphasis: 'indented',
    })),
  ]),
];

/** Maturity with its two axes and six areas as bars, the strongest and weakest parts, and who answered. */
export function MaturityPicture({ result }: { readonly result: IndexResult }): ReactElement {
  const styles = useStyles();
  const translation = useTranslation();
  const { t } = translation;
  const { figures, maturity } = result;
  const row = ({ id, emphasis }: Part): MarkRow => ({
    id,
    label: t(`figure.${id}`),
    mark: <ScoreBar figure={figures[id].figure} max={100} />,
    value: <ExplainedValue figure={figures[id]} />,
    emphasis,
  });
  return (
    <Surface title={t('preconditions.maturity.title')} lead={t('preconditions.maturity.lead')}>
      <ChartFrame
        title={t('preconditions.maturity.caption')}
        isTable
        data={{
          caption: t('preconditions.maturity.caption'),
          columns: [
            { header: t('preconditions.part'), kind: 'text' },
            { header: t('preconditions.percent'), kind: 'number' },
          ],
          rows: PARTS.map(({ id }) => ({
            id,
            cells: [t(`figure.${id}`), figureOrReason(figures[id].figure, 'percent', translation)],
          })),
        }}
        picture={() => (
          <MarkTable
            caption={t('preconditions.maturity.caption')}
            labelHeader={t('preconditions.part')}
            valueHeader={t('preconditions.percent')}
            rows={PARTS.map(row)}
          />
        )}
      />
      <UncertaintyLine result={result} figure="maturityPercent" />
      <NationalLine national={maturity.national} />
      {maturity.strongest.length > 0 && (
        <div className={styles.ranks}>
          <div>
            <h3 className={styles.title}>{t('preconditions.strongest')}</h3>
            <Ranked parts={maturity.strongest} />
          </div>
          <div>
            <h3 className={styles.title}>{t('preconditions.weakest')}</h3>
            <Ranked parts={maturity.weakest} />
          </div>
        </div>
      )}
      <h3 className={styles.title}>{t('preconditions.answered')}</h3>
      <FigureList
        figures={[figures.maturityRespondents, figures.maturityInvited, figures.maturityResponseRate]}
      />
    </Surface>
  );
}

function Ranked({ parts }: { readonly parts: readonly MaturityPart[] }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  // Where no statement may be shown, whole areas are ranked, named by their ids.
  const nameOf = (name: string): string => {
    const area = MATURITY_AREA_IDS.find((id) => id === name);
    return area === undefined ? name : t(`figure.${MATURITY_AREAS[area].figure}`);
  };
  return (
    <ol className={styles.rank}>
      {parts.map(({ name, percent }) => (
        <li key={name}>
          {nameOf(name)}: <FigureValue figure={percent} unit="percent" />
        </li>
      ))}
    </ol>
  );
}
