import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { YearComparison } from '#core/change/year-comparison.ts';
import type { ExplainedFigure } from '#core/result/explained-figure-schema.ts';
import { ScoreBar } from '../../charts/score-bar.tsx';
import { BigFigure } from '../../components/big-figure.tsx';
import { ExplainLink } from '../../components/explain-link.tsx';
import { Surface } from '../../components/surface.tsx';
import { hrefOf } from '../../lib/route.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useRoute } from '../../lib/use-route.ts';
import { ChangeSince } from './change-since.tsx';

const useStyles = makeStyles({
  change: { margin: '8px 0', minHeight: '20px', color: tokens.colorNeutralForeground2 },
  links: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px' },
});

interface ComponentCardProps {
  readonly figure: ExplainedFigure;
  readonly page: 'preconditions' | 'delivery' | 'benefit';
  readonly change: YearComparison | null;
}

/** One of the three components, with the way down to its page. */
export function ComponentCard({ figure, page, change }: ComponentCardProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const route = useRoute();
  return (
    <Surface title={t(`page.${page}`)}>
      <BigFigure figure={figure} size="medium" />
      <ScoreBar figure={figure.figure} max={10} />
      <p className={styles.change}>
        <ChangeSince change={change?.componentChanges[page] ?? null} against={change?.against ?? null} />
      </p>
      <div className={styles.links}>
        <Link href={hrefOf({ ...route, page, explain: null })}>
          {t('overview.component.more', { page: t(`page.${page}`) })}
        </Link>
        <ExplainLink figure={figure} />
      </div>
    </Surface>
  );
}
