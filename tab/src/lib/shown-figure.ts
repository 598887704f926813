import type { Language } from '#core/contracts/digest.ts';
import { inLanguage } from '#core/number/in-language.ts';
import type { FigureUnit } from '#core/number/shown.ts';
import type { ResultFigure } from '#core/result/figure.ts';

const NO_BREAK_SPACE = '\u00a0';

/** A shown value with its sign or unit mark: "65,1 %", "+0,13". Changes always carry their sign; zero carries none. */
export function withUnit(shown: string, unit: FigureUnit, language: Language): string {
  const number = inLanguage(shown, language);
  if (unit === 'percent') return language === 'sv' ? `${number}${NO_BREAK_SPACE}%` : `${number}%`;
  if (unit === 'change' && Number(shown) > 0) return `+${number}`;
  return number;
}

/** The figure as text where it has a value, else null: what is missing has no number, least of all zero. */
export function figureText(figure: ResultFigure, unit: FigureUnit, language: Language): string | null {
  return figure.kind === 'value' ? withUnit(figure.shown, unit, language) : null;
}

/**
 * The position of a figure in a picture: its unrounded value where that is known, so that bars laid end to end meet,
 * else the shown one. Null where it has no value, so that no mark is drawn.
 */
export function plotValue(figure: ResultFigure): number | null {
  if (figure.kind === 'absent') return null;
  const [numerator = '', denominator = '1'] = (figure.exact ?? figure.shown).split('/');
  return Number(numerator) / Number(denominator);
}
