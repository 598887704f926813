import type { FigureUnit } from '#core/number/shown.ts';
import type { ResultFigure } from '#core/result/figure.ts';
import { figureText } from './shown-figure.ts';
import type { Translation } from './translation.tsx';

/** A figure as it stands in a cell of text, in a saved file for instance: its value, else the reason why it has none. */
export function figureOrReason(figure: ResultFigure, unit: FigureUnit, { t, language }: Translation): string {
  return figure.kind === 'absent'
    ? t(`reason.${figure.reason}.short`)
    : (figureText(figure, unit, language) ?? '');
}
