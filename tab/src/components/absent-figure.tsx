import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, type ReactElement } from 'react';
import type { AbsenceReason } from '#core/result/figure.ts';
import { useTranslation } from '../lib/translation.tsx';

/** Most readers see few figures that are absent, so the machinery of tooltips comes when one is. */
const ReasonTooltip = lazy(() =>
  import('./reason-tooltip.tsx').then((module) => ({ default: module.ReasonTooltip })),
);

const useStyles = makeStyles({
  button: {
    font: 'inherit',
    padding: '0 2px',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    background: 'none',
    color: tokens.colorNeutralForeground2,
    cursor: 'help',
    whiteSpace: 'inherit',
    textAlign: 'inherit',
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  reason: {
    marginInlineStart: '6px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textUnderlineOffset: '3px',
  },
});

/** A figure that has no value: a dash and the reason in a word, and in full when it is pointed at or reached by keyboard. */
export function AbsentFigure({ reason }: { readonly reason: AbsenceReason }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const button = (
    <button type="button" className={styles.button}>
      <span aria-hidden="true">–</span>
      <span className={styles.reason}>{t(`reason.${reason}.short`)}</span>
    </button>
  );
  return (
    <Suspense fallback={button}>
      <ReasonTooltip content={t(`reason.${reason}.long`)}>{button}</ReasonTooltip>
    </Suspense>
  );
}
