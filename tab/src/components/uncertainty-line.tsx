import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { FigureUnit } from '#core/number/shown.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { Range, UncertainFigure } from '#core/result/uncertainty-schema.ts';
import { withUnit } from '../lib/shown-figure.ts';
import { useTranslation } from '../lib/translation.tsx';

const useStyles = makeStyles({
  text: { margin: '4px 0 8px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface UncertaintyLineProps {
  readonly result: IndexResult;
  readonly figure: UncertainFigure;
}

/** How sure a figure is that rests on surveys: the interval with what it assumes, and the worst case beside it. */
export function UncertaintyLine({ result, figure }: UncertaintyLineProps): ReactElement | null {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const { interval, worstCase } = result.uncertainty[figure];
  const { unit } = result.figures[figure];
  const between = (range: Range, of: FigureUnit): string | null =>
    range.kind === 'absent'
      ? null
      : `${withUnit(range.low.shown, of, language)}–${withUnit(range.high.shown, of, language)}`;
  const likely = between(interval, unit);
  const worst = between(worstCase, unit);
  if (likely === null && worst === null) return null;
  // Where all answered alike there is no interval (METHOD.md section 7): one without width has nobody left to ask.
  const everybody =
    interval.kind === 'range' && interval.low.value === interval.high.value
      ? t('uncertainty.everybody')
      : null;
  return (
    <p className={styles.text}>
      {[
        everybody ?? (likely === null ? null : t('uncertainty.interval', { range: likely })),
        worst === null ? null : t('uncertainty.worst', { range: worst }),
      ]
        .filter((part) => part !== null)
        .join(' ')}
    </p>
  );
}
