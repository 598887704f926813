import { FIGURE_IDS, type FigureId } from '#core/result/figure-ids.ts';
import type { ResultFigure } from '#core/result/figure.ts';
import type { FigureUnit } from '#core/number/shown.ts';
import type { IndexResult } from '#core/result/result-schema.ts';

/** A figure that two results of the same year say differently. */
export interface FigureDifference {
  readonly figure: FigureId;
  readonly unit: FigureUnit;
  readonly before: ResultFigure;
  readonly after: ResultFigure;
  /** False: the exact values differ, but what is shown is the same. */
  readonly shownDiffers: boolean;
}

/** A unit whose published row two results of the same year say differently. */
export interface UnitDifference {
  readonly id: string;
  readonly name: string;
  readonly change: 'added' | 'removed' | 'moved' | 'figures';
}

/** What differs between two results of one year: two vintages, or the same rows under two settings. */
export interface ResultDifferences {
  readonly figures: readonly FigureDifference[];
  readonly units: readonly UnitDifference[];
}

/**
 * Compares two results of the same year: as published and as restated, or before and after a change of settings that is
 * not saved yet. METHOD.md section 10.
 *
 * @throws RangeError for results of different years: their change is what `compareYears` says
 */
export function compareResults(before: IndexResult, after: IndexResult): ResultDifferences {
  if (before.year !== after.year) {
    throw new RangeError(
      `compareResults() takes two results of one year, not ${before.year} and ${after.year}`,
    );
  }
  return { figures: figureDifferences(before, after), units: unitDifferences(before, after) };
}

function figureDifferences(before: IndexResult, after: IndexResult): FigureDifference[] {
  return FIGURE_IDS.flatMap((id) => {
    const [old, fresh] = [before.figures[id], after.figures[id]];
    const shownDiffers = shownOf(old.figure) !== shownOf(fresh.figure);
    return shownDiffers || exactOf(old.figure) !== exactOf(fresh.figure)
      ? [{ figure: id, unit: fresh.unit, before: old.figure, after: fresh.figure, shownDiffers }]
      : [];
  });
}

function shownOf(figure: ResultFigure): string {
  return figure.kind === 'value' ? figure.shown : figure.reason;
}

function exactOf(figure: ResultFigure): string {
  return figure.kind === 'value' ? (figure.exact ?? figure.shown) : figure.reason;
}

function unitDifferences(before: IndexResult, after: IndexResult): UnitDifference[] {
  const old = new Map(before.employeeSurvey.units.map((unit) => [unit.id, unit]));
  const fresh = new Map(after.employeeSurvey.units.map((unit) => [unit.id, unit]));
  const removed = before.employeeSurvey.units
    .filter((unit) => !fresh.has(unit.id))
    .map((unit): UnitDifference => ({ id: unit.id, name: unit.name, change: 'removed' }));
  const others = after.employeeSurvey.units.flatMap((unit): UnitDifference[] => {
    const earlier = old.get(unit.id);
    if (!earlier) return [{ id: unit.id, name: unit.name, change: 'added' }];
    if (earlier.parentId !== unit.parentId) return [{ id: unit.id, name: unit.name, change: 'moved' }];
    const published = (row: typeof unit) =>
      [row.n, row.mean, row.percent, row.responseRate, row.positive, row.neutral, row.negative]
        .map(shownOf)
        .join('|');
    return published(earlier) === published(unit)
      ? []
      : [{ id: unit.id, name: unit.name, change: 'figures' }];
  });
  return [...removed, ...others];
}
