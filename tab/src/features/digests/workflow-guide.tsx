import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from '../../lib/translation.tsx';

const useStyles = makeStyles({
  guide: { padding: '8px 12px', backgroundColor: tokens.colorNeutralBackground3 },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  steps: { display: 'grid', gap: '6px', margin: '8px 0 4px', paddingLeft: '24px' },
});

const STEPS = ['1', '2', '3', '4', '5', '6'] as const;

/** How a channel gets a workflow and where its address is: click by click, in Teams' own words. */
export function WorkflowGuide({ open }: { readonly open: boolean }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <details className={styles.guide} open={open}>
      <summary className={styles.summary}>{t('targets.guide.title')}</summary>
      <ol className={styles.steps}>
        {STEPS.map((step) => (
          <li key={step}>{t(`targets.guide.${step}`)}</li>
        ))}
      </ol>
      <p>{t('targets.guide.note')}</p>
    </details>
  );
}
