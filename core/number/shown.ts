import type { Exact } from './exact.ts';
import { roundHalfAway } from './round.ts';

/** What a figure measures; decides its decimals and its place on the page. */
export const FIGURE_UNITS = ['score', 'percent', 'mean', 'count', 'change', 'ratio'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

/** Decimals a figure is shown with: one on 0–10 and for percent, two for means, changes and ratios. METHOD.md section 1. */
export const SHOWN_DECIMALS: Readonly<Record<FigureUnit, number>> = {
  score: 1,
  percent: 1,
  mean: 2,
  change: 2,
  ratio: 2,
  count: 0,
};

/** The figure as shown, with a decimal point: language is added where it is displayed. */
export function shownFigure(value: Exact, unit: FigureUnit): string {
  return roundHalfAway(value, SHOWN_DECIMALS[unit]);
}

/** Writes a shown figure, "8.2" or "-0.10", in Swedish or English: "8,2" and "−0,10" with a real minus sign. */
export function inLanguage(shown: string, language: 'sv' | 'en'): string {
  const [whole = '0', fraction] = shown.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'sv' ? '\u00a0' : ',');
  const sign = shown.startsWith('-') ? '\u2212' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `${language === 'sv' ? ',' : '.'}${fraction}`}`;
}
