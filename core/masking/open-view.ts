import { absent, type ResultFigure } from '#core/result/figure.ts';
import type { IndexResult, MaturityUnit, UnitRow } from '#core/result/result-schema.ts';

const SUPPRESSED: ResultFigure = absent('suppressed');

/**
 * A result as it may leave the tab: in channel digests, exports and open data, where the stricter minimum holds.
 * What the tab hides stays hidden; the mask for both was made in one step. METHOD.md section 6.
 */
export function openView(result: IndexResult): IndexResult {
  return {
    ...result,
    employeeSurvey: { ...result.employeeSurvey, units: result.employeeSurvey.units.map(openUnit) },
    maturity: { ...result.maturity, units: result.maturity.units.map(openMaturityUnit) },
  };
}

function openUnit(unit: UnitRow): UnitRow {
  const hide = (figure: ResultFigure) => (figure.kind === 'value' ? SUPPRESSED : figure);
  const bands = unit.openFigures && unit.openBands ? null : hide;
  const figures = unit.openFigures ? null : hide;
  return {
    ...unit,
    n: figures?.(unit.n) ?? unit.n,
    mean: figures?.(unit.mean) ?? unit.mean,
    percent: figures?.(unit.percent) ?? unit.percent,
    responseRate: figures?.(unit.responseRate) ?? unit.responseRate,
    positive: bands?.(unit.positive) ?? unit.positive,
    neutral: bands?.(unit.neutral) ?? unit.neutral,
    negative: bands?.(unit.negative) ?? unit.negative,
  };
}

function openMaturityUnit(unit: MaturityUnit): MaturityUnit {
  return unit.openFigures || unit.n.kind === 'absent' ? unit : { ...unit, n: SUPPRESSED, percent: SUPPRESSED };
}
