import { exact, type Exact } from '#core/number/exact.ts';
import type { FigureUnit } from '#core/number/shown.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import type { IndexResult } from '#core/result/result-schema.ts';

/** The figures that a reader can move. Each is a figure of the result, so names and units are known. */
export const LEVER_IDS = [
  'maturityPercent',
  'employeeMean',
  'employeePercent',
  'decidedInitiatives',
  'realisedInitiatives',
  'delivery',
  'benefit',
] as const satisfies readonly FigureId[];
export type LeverId = (typeof LEVER_IDS)[number];

/** One figure to move: where it stands, how far it goes, and in which steps. */
export interface Lever {
  readonly id: LeverId;
  readonly unit: FigureUnit;
  /** Null: it has no value this year; a reader may give it one. */
  readonly value: Exact | null;
  readonly minimum: Exact;
  readonly maximum: Exact;
  readonly step: Exact;
}

const [PERCENT_STEP, MEAN_STEP, SCORE_STEP] = [exact('1/10'), exact('1/100'), exact('1/10')];
/** How many times the decided initiatives may grow: far beyond any plan, near enough for a slider. */
const MOST_TIMES = 2;

/**
 * The levers of a year. The employee item is moved by its mean where that is known, else by its percentage; delivery by
 * whole initiatives where they are counted, else by its score. The floors are those of the conversions in force.
 * METHOD.md section 8.
 */
export function leversOf(result: IndexResult): readonly Lever[] {
  const { maturityNormalisation, employeeConversion } = result.method;
  const percent = (id: LeverId, minimum: Exact): Lever => ({
    id,
    unit: 'percent',
    value: valueOf(result, id),
    minimum,
    maximum: exact(100),
    step: PERCENT_STEP,
  });
  const score = (id: LeverId): Lever => ({
    id,
    unit: 'score',
    value: valueOf(result, id),
    minimum: exact(0),
    maximum: exact(10),
    step: SCORE_STEP,
  });
  const mean = valueOf(result, 'employeeMean');
  const onlyPercent = mean === null && valueOf(result, 'employeePercent') !== null;
  return [
    percent('maturityPercent', maturityNormalisation === 'share-of-max' ? exact('100/6') : exact(0)),
    onlyPercent
      ? percent('employeePercent', employeeConversion === 'share-of-max' ? exact(20) : exact(0))
      : {
          id: 'employeeMean',
          unit: 'mean',
          value: mean,
          minimum: exact(1),
          maximum: exact(5),
          step: MEAN_STEP,
        },
    ...deliveryLevers(result, score),
    score('benefit'),
  ];
}

function deliveryLevers(result: IndexResult, score: (id: LeverId) => Lever): readonly Lever[] {
  const decided = valueOf(result, 'decidedInitiatives');
  const realised = valueOf(result, 'realisedInitiatives');
  if (result.figures.delivery.origin !== 'computed' || decided === null || realised === null) {
    return [score('delivery')];
  }
  const count = (id: LeverId, value: Exact, minimum: number): Lever => ({
    id,
    unit: 'count',
    value,
    minimum: exact(minimum),
    maximum: decided.mul(MOST_TIMES),
    step: exact(1),
  });
  return [count('decidedInitiatives', decided, 1), count('realisedInitiatives', realised, 0)];
}

/** A figure's exact value; its shown one where only that is published; null where it has none. */
export function valueOf(result: IndexResult, id: FigureId): Exact | null {
  const { figure } = result.figures[id];
  return figure.kind === 'value' ? exact(figure.exact ?? figure.shown) : null;
}
