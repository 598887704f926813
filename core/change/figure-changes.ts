import { exact, ZERO } from '#core/number/exact.ts';
import { changeUnitOf, type FigureUnit } from '#core/number/shown.ts';
import { FIGURE_IDS, type FigureId } from '#core/result/figure-ids.ts';
import {
  absent,
  derive,
  present,
  toResultFigure,
  type Figure,
  type ResultFigure,
} from '#core/result/figure.ts';
import type { IndexResult } from '#core/result/result-schema.ts';

/** One figure of two years, with what became of it. */
export interface FigureChange {
  readonly id: FigureId;
  readonly unit: FigureUnit;
  readonly before: ResultFigure;
  readonly after: ResultFigure;
  /** In the figure's own unit, percentages in points; shown as every change is ({@link changeUnitOf}). */
  readonly change: ResultFigure;
}

/** Every figure of two years side by side, in the order of their ids. Changes are exact where both figures are. */
export function figureChanges(current: IndexResult, previous: IndexResult): readonly FigureChange[] {
  return FIGURE_IDS.map((id) => {
    const [before, after] = [previous.figures[id].figure, current.figures[id].figure];
    const { unit } = current.figures[id];
    const change = derive([exactly(after), exactly(before)], ([now = ZERO, then = ZERO]) => now.sub(then));
    return { id, unit, before, after, change: toResultFigure(change, changeUnitOf(unit)) };
  });
}

function exactly(figure: ResultFigure): Figure {
  return figure.kind === 'absent' ? absent(figure.reason) : present(exact(figure.exact ?? figure.shown));
}
