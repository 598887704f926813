import type { FigureChange } from '#core/change/figure-changes.ts';
import { changeUnitOf } from '#core/number/shown.ts';
import { figureText } from '../../lib/shown-figure.ts';
import type { Translation } from '../../lib/translation.tsx';

/** The two years that are compared. */
export interface ComparedYears {
  readonly before: number;
  readonly after: number;
}

/** A figure as text; the reason where it has no value. */
export function valueText(
  { unit }: FigureChange,
  figure: FigureChange['before'],
  { t, language }: Translation,
): string {
  return figure.kind === 'absent'
    ? t(`reason.${figure.reason}.short`)
    : (figureText(figure, unit, language) ?? '');
}

/** A change with its sign, percentages in points; a dash where it is not known. */
export function changeText({ change, unit }: FigureChange, { t, language }: Translation): string {
  if (change.kind === 'absent') return '–';
  const number = figureText(change, changeUnitOf(unit), language) ?? '';
  const signed = unit === 'count' && Number(change.shown) > 0 ? `+${number}` : number;
  return unit === 'percent' ? t('compare.points', { change: signed }) : signed;
}
