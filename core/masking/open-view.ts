import { absent, type ResultFigure } from '#core/result/figure.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { MaturityUnit, UnitRow } from '#core/result/survey-schema.ts';
import { UNCERTAIN_FIGURES, type Range } from '#core/result/uncertainty-schema.ts';
import { MATURITY_PARTS, openStatementsOf, withoutParts } from './open-parts.ts';
import { suppressFigures } from './suppress-figures.ts';

const SUPPRESSED: ResultFigure = absent('suppressed');

const EMPLOYEE_BANDS: readonly FigureId[] = [
  'employeePositiveShare',
  'employeeNeutralShare',
  'employeeNegativeShare',
];
export const EMPLOYEE_FIGURES: readonly FigureId[] = [
  'employeeAnswers',
  'employeeMean',
  'employeePercent',
  'employeeLeftOut',
  'employeeResponseRate',
  ...EMPLOYEE_BANDS,
];
export const MATURITY_FIGURES: readonly FigureId[] = [
  'maturityRespondents',
  'maturityResponseRate',
  'maturityPercent',
  ...MATURITY_PARTS,
];

/**
 * A result as it may leave the tab: in channel digests, exports and open data, where the stricter minimum holds.
 * What the tab hides stays hidden; the mask for both was made in one step. METHOD.md section 6.
 *
 * Where the whole organisation has no more answers than the stricter minimum, its own figures are hidden too, with all that
 * is computed from them. Areas of the maturity survey are hidden all together where one of them is too small or too telling, and
 * with them, where they are computed, the axes and the total; statements by area. `hash` stays that of the result this is a view of.
 */
export function openView(result: IndexResult): IndexResult {
  const { minimumGroupSize, minimumDistributionSize, minimumOpenGroupSize } = result.method;
  const minimum = Math.max(minimumGroupSize, minimumOpenGroupSize);
  const hideEmployees = isAtMost(result, 'employeeAnswers', minimum);
  const hideMaturity = isAtMost(result, 'maturityRespondents', minimum);
  const hideBands = isAtMost(result, 'employeeAnswers', Math.max(minimum, minimumDistributionSize));
  const { units } = result.employeeSurvey;
  const { openAreas } = result.maturity;
  const hideParts = hideMaturity || openAreas !== true;
  const toHide: readonly FigureId[] = hideMaturity
    ? MATURITY_FIGURES
    : openAreas === false
      ? [...MATURITY_PARTS, 'maturityPercent']
      : [];
  const open = suppressFigures(result.figures, [
    ...(hideEmployees ? EMPLOYEE_FIGURES : []),
    ...(hideBands ? EMPLOYEE_BANDS : []),
    ...toHide,
  ]);
  const figures = hideParts ? withoutParts(open, [...MATURITY_PARTS, ...toHide]) : open;
  return {
    ...result,
    figures,
    uncertainty: openUncertainty(result.uncertainty, figures, hideBands),
    employeeSurvey: {
      ...result.employeeSurvey,
      units: units.map((unit) => openUnit(hideEmployees ? closed(unit) : unit)),
    },
    maturity: {
      ...result.maturity,
      ...(hideParts ? { statements: [], strongest: [], weakest: [] } : openStatementsOf(result.maturity)),
      units: result.maturity.units.map((unit) => openMaturityUnit(hideMaturity ? closed(unit) : unit)),
      national: openNational(result.maturity.national, figures),
    },
  };
}

/** The national value is everybody's; how far it is from a hidden figure would tell that figure. */
function openNational(
  national: IndexResult['maturity']['national'],
  { maturityPercent }: IndexResult['figures'],
): IndexResult['maturity']['national'] {
  if (national === null || maturityPercent.figure.kind === 'value') return national;
  return { ...national, difference: maturityPercent.figure };
}

/** Of a hidden figure nothing is told; an interval that the employees' answers are in goes with their bands. */
function openUncertainty(
  uncertainty: IndexResult['uncertainty'],
  figures: IndexResult['figures'],
  hideBands: boolean,
): IndexResult['uncertainty'] {
  const entries = UNCERTAIN_FIGURES.map((id) => {
    const { interval, worstCase } = uncertainty[id];
    const hidden = (range: Range): Range => (range.kind === 'range' ? absent('suppressed') : range);
    const isHidden = figures[id].figure.kind === 'absent';
    const isIntervalHidden = isHidden || (hideBands && id !== 'maturityPercent');
    const open = {
      interval: isIntervalHidden ? hidden(interval) : interval,
      worstCase: isHidden ? hidden(worstCase) : worstCase,
    };
    return [id, open] as const;
  });
  return Object.fromEntries(entries) as IndexResult['uncertainty'];
}

/** One person more than the minimum is asked for, since that person may be alone in a unit and know their own answer. */
function isAtMost({ figures }: IndexResult, id: FigureId, minimum: number): boolean {
  const { figure, origin } = figures[id];
  return origin === 'computed' && figure.kind === 'value' && Number(figure.shown) <= minimum;
}

function closed<Unit extends { readonly openFigures: boolean }>(unit: Unit): Unit {
  return { ...unit, openFigures: false };
}

function hidden(figure: ResultFigure): ResultFigure {
  return figure.kind === 'value' ? SUPPRESSED : figure;
}

function openUnit(unit: UnitRow): UnitRow {
  const figure = unit.openFigures ? (shown: ResultFigure) => shown : hidden;
  const band = unit.openFigures && unit.openBands ? (shown: ResultFigure) => shown : hidden;
  return {
    ...unit,
    n: figure(unit.n),
    mean: figure(unit.mean),
    percent: figure(unit.percent),
    responseRate: figure(unit.responseRate),
    positive: band(unit.positive),
    neutral: band(unit.neutral),
    negative: band(unit.negative),
    openBands: unit.openFigures && unit.openBands,
    difference: unit.openFigures ? unit.difference : 'none',
  };
}

function openMaturityUnit(unit: MaturityUnit): MaturityUnit {
  if (unit.openFigures) return unit;
  return { ...unit, n: hidden(unit.n), percent: hidden(unit.percent), difference: 'none' };
}
