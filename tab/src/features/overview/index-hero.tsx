import { makeStyles } from '@fluentui/react-components';
import { lazy, Suspense, type ReactElement } from 'react';
import type { YearComparison } from '#core/change/year-comparison.ts';
import type { YearSummary } from '#core/contracts/read.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { BigFigure } from '../../components/big-figure.tsx';
import { ExplainLink } from '../../components/explain-link.tsx';
import { Surface } from '../../components/surface.tsx';
import { UncertaintyLine } from '../../components/uncertainty-line.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { ChangeSince } from './change-since.tsx';

/** The figure is there before the picture of its history, and stays where the network takes the picture away. */
const TrendChart = lazy(() =>
  import('./trend-chart.tsx').then(
    (module) => ({ default: module.TrendChart }),
    () => ({ default: ChartNotLoaded }),
  ),
);

function ChartNotLoaded(): ReactElement {
  const { t } = useTranslation();
  return <p role="status">{t('chart.not-loaded')}</p>;
}

const useStyles = makeStyles({
  waiting: { minHeight: '268px' },
  layout: {
    display: 'grid',
    gridTemplateColumns: 'minmax(180px, 260px) minmax(0, 1fr)',
    gap: '24px',
    '@media (max-width: 720px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  text: { margin: '0 0 8px' },
  // Room for what comes a moment later.
  change: { margin: '0 0 8px', minHeight: '20px' },
});

interface IndexHeroProps {
  readonly result: IndexResult;
  readonly years: readonly YearSummary[];
  readonly change: YearComparison | null;
}

/** The index, big and calm, with its history beside it. */
export function IndexHero({ result, years, change }: IndexHeroProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const { index } = result.figures;
  return (
    <Surface title={`${t('figure.index')} ${result.year}`}>
      <div className={styles.layout}>
        <div>
          <BigFigure figure={index} size="hero" />
          <p className={styles.change}>
            <ChangeSince change={change?.indexChange ?? null} against={change?.against ?? null} />
          </p>
          <UncertaintyLine result={result} figure="index" />
          <p className={styles.text}>{result.organisationName}</p>
          <ExplainLink figure={index} />
        </div>
        <Suspense fallback={<div className={styles.waiting} />}>
          <TrendChart years={years} result={result} />
        </Suspense>
      </div>
    </Surface>
  );
}
