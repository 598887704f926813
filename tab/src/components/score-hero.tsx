import { makeStyles } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { ExplainedFigure } from '#core/result/explained-figure-schema.ts';
import { ScoreBar } from '../charts/score-bar.tsx';
import { useTranslation } from '../lib/translation.tsx';
import { BigFigure } from './big-figure.tsx';
import { ExplainLink } from './explain-link.tsx';
import { Surface } from './surface.tsx';

const useStyles = makeStyles({
  layout: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '8px 32px',
    alignItems: 'center',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  text: { margin: '8px 0 0' },
  link: { marginTop: '4px' },
});

interface ScoreHeroProps {
  readonly figure: ExplainedFigure;
  readonly title?: string;
  /** What the figure says, in a sentence. */
  readonly children?: ReactNode;
  /** Stands under the sentence, smaller. */
  readonly below?: ReactNode;
}

/** The figure that a component's page is about, with its place on the scale. */
export function ScoreHero({ figure, title, children, below }: ScoreHeroProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Surface title={title ?? t(`figure.${figure.id}`)}>
      <div className={styles.layout}>
        <div>
          <BigFigure figure={figure} size="large" />
        </div>
        <div>
          <ScoreBar figure={figure.figure} max={10} />
          {children !== undefined && <p className={styles.text}>{children}</p>}
          {below}
          <div className={styles.link}>
            <ExplainLink figure={figure} />
          </div>
        </div>
      </div>
    </Surface>
  );
}
