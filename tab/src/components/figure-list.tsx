import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ExplainedFigure } from '#core/result/explained-figure-schema.ts';
import { useTranslation } from '../lib/translation.tsx';
import { ExplainedValue } from './explain-link.tsx';

const useStyles = makeStyles({
  list: { margin: 0 },
  row: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: '16px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
  },
  value: { margin: 0, textAlign: 'end', fontWeight: tokens.fontWeightSemibold },
});

/** Figures by name, each with the way to its explanation. */
export function FigureList({ figures }: { readonly figures: readonly ExplainedFigure[] }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <dl className={styles.list}>
      {figures.map((figure) => (
        <div key={figure.id} className={styles.row}>
          <dt>{t(`figure.${figure.id}`)}</dt>
          <dd className={styles.value}>
            <ExplainedValue figure={figure} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
