import type { FigureUnit } from '#core/number/shown.ts';
import type { FigureId } from './figure-ids.ts';

/** What a figure measures, by id; decides decimals. */
const FIGURE_UNIT: Readonly<Partial<Record<FigureId, FigureUnit>>> = {
  index: 'score',
  preconditions: 'score',
  delivery: 'score',
  benefit: 'score',
  benefitUncapped: 'score',
  employeeMean: 'mean',
};
const COUNTS =
  /^(maturityRespondents|maturityInvited|employeeAnswers|employeeLeftOut|employeeInvited|\w+Initiatives|\w+Indicators)$/;

/** The unit of a figure: scores, the mean and counts by name, everything else is percent. */
export function unitOf(id: FigureId): FigureUnit {
  return FIGURE_UNIT[id] ?? (COUNTS.test(id) ? 'count' : 'percent');
}

const SCALES: Readonly<Record<FigureUnit, readonly [lowest: number, highest: number]>> = {
  score: [0, 10],
  percent: [0, 100],
  mean: [1, 5],
  count: [0, Number.MAX_SAFE_INTEGER],
  change: [-10, 10],
  ratio: [-1, 1],
};

/** The scale that a figure's values lie on, both ends included. Only the benefit without its cap has no upper end. METHOD.md section 1. */
export function scaleOf(id: FigureId): readonly [lowest: number, highest: number] {
  const [lowest, highest] = SCALES[unitOf(id)];
  return [lowest, id === 'benefitUncapped' ? Number.MAX_SAFE_INTEGER : highest];
}
