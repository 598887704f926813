import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ExplainedFigure } from '#core/result/explained-figure-schema.ts';
import { figureText } from '../lib/shown-figure.ts';
import { useTranslation } from '../lib/translation.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '4px 10px', margin: 0 },
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  hero: { fontSize: '72px', lineHeight: '80px' },
  large: { fontSize: '48px', lineHeight: '56px' },
  medium: { fontSize: '40px', lineHeight: '48px' },
  beside: { color: tokens.colorNeutralForeground2 },
  reason: { margin: '4px 0 8px', maxWidth: '40ch' },
});

interface BigFigureProps {
  readonly figure: ExplainedFigure;
  readonly size: 'hero' | 'large' | 'medium';
}

/** A score that a part of a page is about. Where it has no value, a dash and the whole reason stand in its place. */
export function BigFigure({ figure, size }: BigFigureProps): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const text = figureText(figure.figure, figure.unit, language);
  return (
    <>
      <p className={styles.line}>
        <span className={mergeClasses(styles.number, styles[size])}>{text ?? '–'}</span>
        {text !== null && <span className={styles.beside}>{t('figure.of-ten')}</span>}
        {figure.origin === 'published' && <span className={styles.beside}>{t('figure.published')}</span>}
      </p>
      {figure.figure.kind === 'absent' && (
        <p className={styles.reason}>{t(`reason.${figure.figure.reason}.long`)}</p>
      )}
    </>
  );
}
