import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { FigureUnit } from '#core/number/shown.ts';
import type { ResultFigure } from '#core/result/figure.ts';
import { figureText } from '../lib/shown-figure.ts';
import { useTranslation } from '../lib/translation.tsx';
import { AbsentFigure } from './absent-figure.tsx';

const useStyles = makeStyles({ number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } });

interface FigureValueProps {
  readonly figure: ResultFigure;
  readonly unit: FigureUnit;
  readonly className?: string | undefined;
}

/** A figure in the reader's notation, or the reason why there is none. */
export function FigureValue({ figure, unit, className }: FigureValueProps): ReactElement {
  const styles = useStyles();
  const { language } = useTranslation();
  if (figure.kind === 'absent') return <AbsentFigure reason={figure.reason} />;
  return <span className={mergeClasses(styles.number, className)}>{figureText(figure, unit, language)}</span>;
}
