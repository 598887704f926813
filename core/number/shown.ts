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

/**
 * How a change of a figure is shown, wherever it is: a number of things in whole ones, all else with two decimals, percentages
 * (whose changes are points) among them. METHOD.md section 1.
 */
export function changeUnitOf(unit: FigureUnit): 'count' | 'change' {
  return unit === 'count' ? 'count' : 'change';
}
