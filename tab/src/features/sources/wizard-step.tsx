import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from '../../lib/translation.tsx';

const useStyles = makeStyles({
  step: {
    padding: '16px 20px 20px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 480px)': { padding: '12px 14px 16px' },
  },
  count: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  title: {
    margin: '0 0 4px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    ':focus': { outline: 'none' },
  },
  lead: { margin: '0 0 16px', maxWidth: '75ch', color: tokens.colorNeutralForeground2 },
  body: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '20px' },
  why: { margin: '8px 0 0', color: tokens.colorNeutralForeground2 },
});

interface WizardStepProps {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
  readonly onBack: () => void;
  readonly onNext: () => void;
  readonly nextLabel: string;
  /** Why one can't go on yet; null where one can. */
  readonly blocked: string | null;
  readonly isBusy?: boolean;
}

/** One step of setting up a source: says where one is, takes the focus when it opens, and why one can't go on. */
export function WizardStep(props: WizardStepProps): ReactElement {
  const { number, of, title, lead, children, onBack, onNext, nextLabel, blocked, isBusy = false } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [number]);
  return (
    <section className={styles.step} aria-labelledby="wizard-title">
      <p className={styles.count}>{t('sources.wizard.step', { number, of })}</p>
      <h2 id="wizard-title" ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
      <p className={styles.lead}>{lead}</p>
      <div className={styles.body}>{children}</div>
      <div className={styles.actions}>
        <Button onClick={onBack}>
          {number === 1 ? t('sources.wizard.cancel') : t('sources.wizard.back')}
        </Button>
        <Button
          appearance="primary"
          disabledFocusable={blocked !== null || isBusy}
          aria-describedby={blocked === null ? undefined : 'wizard-why'}
          onClick={onNext}
        >
          {nextLabel}
        </Button>
      </div>
      {blocked !== null && (
        <p id="wizard-why" className={styles.why}>
          {blocked}
        </p>
      )}
    </section>
  );
}
