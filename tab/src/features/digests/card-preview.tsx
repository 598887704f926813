import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from '../../lib/translation.tsx';
import { cardLines, type CardLine } from './card-lines.ts';

const useStyles = makeStyles({
  card: {
    maxWidth: '520px',
    marginTop: '12px',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  heading: { margin: '4px 0', fontWeight: tokens.fontWeightSemibold },
  line: { margin: '2px 0', overflowWrap: 'anywhere' },
  fact: { display: 'flex', justifyContent: 'space-between', gap: '16px' },
  link: { color: tokens.colorNeutralForeground2 },
});

/** The words and figures of a card, so that they can be checked before it is sent. */
export function CardPreview({ card }: { readonly card: Readonly<Record<string, unknown>> }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <section className={styles.card} aria-label={t('digest.preview.title')}>
      {cardLines(card).map((line, index) => (
        <Line key={index} line={line} />
      ))}
      <p className={styles.link}>{t('digest.preview.note')}</p>
    </section>
  );
}

function Line({ line }: { readonly line: CardLine }): ReactElement {
  const styles = useStyles();
  switch (line.kind) {
    case 'heading':
      return <p className={styles.heading}>{line.text}</p>;
    case 'text':
      return <p className={styles.line}>{line.text}</p>;
    case 'fact':
      return (
        <p className={`${styles.line} ${styles.fact}`}>
          <span>{line.text}</span> <strong>{line.value}</strong>
        </p>
      );
    case 'link':
      return <p className={`${styles.line} ${styles.link}`}>→ {line.text}</p>;
  }
}
