import type { Language } from '#core/contracts/digest.ts';
import type { DigestFigure } from '#core/digest/digest-content.ts';
import { inLanguage } from '#core/number/in-language.ts';
import type { FigureUnit } from '#core/number/shown.ts';
import type { ResultFigure } from '#core/result/figure.ts';
import type { CardTexts } from './card-texts.ts';

/** A figure as the card writes it, or in a word why there is none. */
export function writtenFigure(
  figure: ResultFigure,
  unit: FigureUnit,
  texts: CardTexts,
  language: Language,
): string {
  if (figure.kind === 'absent') return texts.reasons[figure.reason];
  const number = inLanguage(figure.shown, language);
  if (unit === 'percent') return language === 'sv' ? `${number}\u00a0%` : `${number}%`;
  return number;
}

/** A change with its sign; null where it is not known. */
export function writtenChange(change: ResultFigure | null, language: Language): string | null {
  if (change?.kind !== 'value') return null;
  const number = inLanguage(change.shown, language);
  return /^[\d\s,.]*[1-9]/.test(change.shown) ? `+${number}` : number;
}

/** Which way a change points, as a colour that cards have; never the only sign of it. */
export function changeColor(change: ResultFigure | null): 'Good' | 'Attention' | 'Default' {
  const value = change?.kind === 'value' ? Number(change.shown) : 0;
  return value > 0 ? 'Good' : value < 0 ? 'Attention' : 'Default';
}

/** A score as a number for a chart; null where there is none. */
export function chartValue({ figure }: DigestFigure): number | null {
  return figure.kind === 'value' ? Number(figure.shown) : null;
}
