import { z } from 'zod';
import { exact, toQuotient, ZERO, type Exact } from '#core/number/exact.ts';
import { roundHalfAway } from '#core/number/round.ts';
import { changeUnitOf, SHOWN_DECIMALS, type FigureUnit } from '#core/number/shown.ts';
import { figureUnitSchema, resultFigureSchema } from '#core/result/figure.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { leversOf, type Lever, type LeverId } from './levers.ts';
import { MOVE_EFFECTS, movesInInitiatives, movesOf, type IndexInput, type Move } from './sensitivity.ts';
import { movedValue, SLOPES, whatIf, type Scenario, type WhatIf } from './what-if.ts';
import type { Contributor } from './year-comparison.ts';

/** What a figure can be said to move by, in the order of the formula. Delivery stands twice: as a score and in whole initiatives. */
export const MOVED_INPUTS = [
  'maturityPercent',
  'employeeMean',
  'employeePercent',
  'delivery',
  'realisedInitiatives',
  'benefit',
] as const satisfies readonly LeverId[];
export type MovedInput = (typeof MOVED_INPUTS)[number];

/** What one input alone must do for the index to change by 0,1, or for its shown figure to flip. */
export interface IndexMove extends Pick<Move, 'effect' | 'beyond' | 'possible'> {
  readonly input: MovedInput;
  readonly unit: FigureUnit;
  /** Signed, in the input's own unit, as linearity gives it. */
  readonly change: Exact;
  /** The same as it is shown, away from zero: enough, never a step too little. Whole initiatives, else two decimals. */
  readonly enough: Exact;
}

const PARTS = [
  { contributor: 'maturity', name: 'maturityPercent', inputs: ['maturityPercent'] },
  { contributor: 'employee', name: 'employeePercent', inputs: ['employeeMean', 'employeePercent'] },
  { contributor: 'delivery', name: 'delivery', inputs: ['delivery', 'realisedInitiatives'] },
  { contributor: 'benefit', name: 'benefit', inputs: ['benefit'] },
] as const satisfies readonly {
  contributor: Contributor;
  name: IndexInput['name'];
  inputs: readonly MovedInput[];
}[];

/**
 * What moves the index from a scenario, one input at a time: a tenth up and down, and to where the shown figure flips.
 * Empty without an index; an input without a value has no moves. METHOD.md section 8.
 */
export function indexMoves(result: IndexResult, scenario: Scenario, now: WhatIf): readonly IndexMove[] {
  const { index, parts } = now;
  if (index.kind === 'absent') return [];
  const levers = leversOf(result);
  return PARTS.flatMap(({ contributor, name, inputs }): readonly IndexMove[] => {
    const part = parts[contributor];
    if (part.kind === 'absent') return [];
    const lever = levers.find(({ id }) => inputs.some((input) => input === id));
    const movesFrom = ({ minimum, maximum }: Pick<Lever, 'minimum' | 'maximum'>, perUnit = ONE) =>
      movesOf(index.value, {
        name,
        value: part.value.div(perUnit),
        slope: SLOPES[contributor].mul(perUnit),
        minimum,
        maximum,
      });
    if (contributor === 'delivery') {
      const moves = movesFrom(SCORE_RANGE);
      const decided = levers.find(({ id }) => id === 'decidedInitiatives');
      const whole = decided && inInitiatives(moves, part.value, movedValue(decided, scenario[decided.id]));
      return [...moves.map((move) => inOwnUnit(move, 'delivery', 'score', SCORE_RANGE)), ...(whole ?? [])];
    }
    const input = inputs.find((id) => id === lever?.id);
    if (lever === undefined || input === undefined) return [];
    // A mean is moved as a mean: its value and range are its own, and the index moves as its percentage does.
    const moves =
      input === 'employeeMean'
        ? meanMoves(index.value, movedValue(lever, scenario.employeeMean), lever, result)
        : movesFrom(lever);
    return moves.map((move) => inOwnUnit(move, input, lever.unit, lever));
  });
}

const ONE = exact(1);
const SCORE_RANGE = { minimum: ZERO, maximum: exact(10) };
const GRAIN = exact(`1/${10 ** SHOWN_DECIMALS.change}`);

function meanMoves(
  index: Exact,
  mean: Exact | null,
  { minimum, maximum }: Lever,
  { method }: IndexResult,
): readonly Move[] {
  if (mean === null) return [];
  const percentPerUnit = method.employeeConversion === 'share-of-max' ? 20 : 25;
  const slope = SLOPES.employee.mul(percentPerUnit);
  return movesOf(index, { name: 'employeePercent', value: mean, slope, minimum, maximum });
}

/** The change away from zero to two decimals, one hundredth more where the edge must be passed, but never out of the range. */
function inOwnUnit(
  move: Move,
  input: MovedInput,
  unit: FigureUnit,
  { minimum, maximum }: Pick<Lever, 'minimum' | 'maximum'>,
): IndexMove {
  const { effect, change, beyond, possible } = move;
  const steps = change.abs().div(GRAIN);
  const size = (beyond ? steps.floor(0).add(1) : steps.ceil(0)).mul(GRAIN);
  const falls = effect === 'down-a-tenth' || effect === 'flip-down';
  const signed = falls ? size.neg() : size;
  const room = (falls ? minimum : maximum).sub(move.from);
  const isTooFar = possible && signed.abs().compare(room.abs()) > 0;
  return { input, unit, effect, change, beyond, possible, enough: isTooFar ? room : signed };
}

function inInitiatives(moves: readonly Move[], score: Exact, decided: Exact | null): readonly IndexMove[] {
  if (decided === null) return [];
  const perScore = decided.div(10);
  const realised = score.mul(perScore);
  const whole = movesInInitiatives(moves, decided.valueOf(), realised.valueOf());
  return moves.flatMap(({ effect, change, beyond }) => {
    const found = whole.find((one) => one.effect === effect);
    if (!found) return [];
    const { initiatives, possible } = found;
    const inUnits = { change: change.mul(perScore), enough: exact(initiatives) };
    return [{ input: 'realisedInitiatives', unit: 'count', effect, beyond, possible, ...inUnits } as const];
  });
}

/** What moves a year's index, for whoever reads it from the API. */
export const yearMovesSchema = z
  .object({
    year: z.int(),
    index: resultFigureSchema,
    moves: z
      .array(
        z
          .object({
            input: z.enum(MOVED_INPUTS),
            unit: figureUnitSchema,
            effect: z
              .enum(MOVE_EFFECTS)
              .describe('The index 0.1 more or less, or its shown figure a tenth higher or lower'),
            exact: z
              .string()
              .describe('Signed change of the input alone, in its own unit; quotient in lowest terms'),
            enough: z
              .string()
              .describe('The same away from zero to two decimals, or whole initiatives: what it takes'),
            beyond: z
              .boolean()
              .describe(
                'The exact change must be passed, not only reached: an edge belongs to the higher figure',
              ),
            possible: z.boolean().describe('False: the input would leave its range'),
          })
          .readonly(),
      )
      .readonly()
      .describe('Empty without an index; nothing for an input without a value'),
  })
  .readonly();
export type YearMoves = z.infer<typeof yearMovesSchema>;

/** What moves the index of a year as it is. METHOD.md section 8. */
export function yearMoves(result: IndexResult): YearMoves {
  return {
    year: result.year,
    index: result.figures.index.figure,
    moves: indexMoves(result, {}, whatIf(result, {})).map(({ change, enough, ...move }) => ({
      ...move,
      exact: toQuotient(change),
      enough: roundHalfAway(enough, SHOWN_DECIMALS[changeUnitOf(move.unit)]),
    })),
  };
}
