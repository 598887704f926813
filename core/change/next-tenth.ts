import { exact, type Exact } from '#core/number/exact.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { leversOf, type Lever, type LeverId } from './levers.ts';
import { movesInInitiatives, movesOf, type IndexInput, type Move } from './sensitivity.ts';
import { movedValue, SLOPES, type Scenario, type WhatIf } from './what-if.ts';
import type { Contributor } from './year-comparison.ts';

/** What one lever alone must do for the shown index to become another. */
export interface TenthMove {
  readonly lever: LeverId;
  readonly effect: 'flip-up' | 'flip-down';
  /** Signed, in the lever's own unit and whole steps: enough, never a step too little. */
  readonly change: Exact;
  /** False: the lever does not go that far. */
  readonly possible: boolean;
}

const PARTS = [
  { contributor: 'maturity', input: 'maturityPercent', levers: ['maturityPercent'] },
  { contributor: 'employee', input: 'employeePercent', levers: ['employeeMean', 'employeePercent'] },
  { contributor: 'delivery', input: 'delivery', levers: ['realisedInitiatives', 'delivery'] },
  { contributor: 'benefit', input: 'benefit', levers: ['benefit'] },
] as const satisfies readonly {
  contributor: Contributor;
  input: IndexInput['name'];
  levers: readonly LeverId[];
}[];

/**
 * How far it is from a scenario to the next shown tenth, up and down, one lever at a time. Empty without an index.
 * METHOD.md section 8.
 */
export function nextTenth(result: IndexResult, scenario: Scenario, now: WhatIf): readonly TenthMove[] {
  const { index } = now;
  if (index.kind === 'absent') return [];
  const levers = leversOf(result);
  const decided = levers.find(({ id }) => id === 'decidedInitiatives');
  const decidedNow = decided === undefined ? null : movedValue(decided, scenario.decidedInitiatives);
  return PARTS.flatMap(({ contributor, input, levers: ids }): TenthMove[] => {
    const lever = levers.find(({ id }) => ids.some((one) => one === id));
    const part = now.parts[contributor];
    if (lever === undefined || part.kind === 'absent') return [];
    const perUnit = unitsPerLever(lever.id, result);
    const moves = movesOf(index.value, {
      name: input,
      value: part.value,
      slope: SLOPES[contributor],
      minimum: exact(0),
      maximum: exact(input === 'delivery' || input === 'benefit' ? 10 : 100),
    }).filter(({ effect }) => effect === 'flip-up' || effect === 'flip-down');
    if (perUnit === null) {
      const of = Number(decidedNow?.n ?? 0n);
      const realised = part.value.mul(of).div(10);
      return movesInInitiatives(moves, of, Number(realised.n)).map((move) => ({
        lever: lever.id,
        effect: move.effect === 'flip-up' ? 'flip-up' : 'flip-down',
        change: exact(move.initiatives),
        possible: move.possible,
      }));
    }
    const at = movedValue(lever, scenario[lever.id]) ?? part.value;
    return moves.map((move) => {
      const change = enough(move, perUnit, lever);
      const reached = at.add(change);
      const possible = reached.compare(lever.minimum) >= 0 && reached.compare(lever.maximum) <= 0;
      return {
        lever: lever.id,
        effect: move.effect === 'flip-up' ? 'flip-up' : 'flip-down',
        change,
        possible,
      };
    });
  });
}

/** How many units of the index's input one unit of the lever is; null where the lever counts initiatives. */
function unitsPerLever(id: LeverId, { method }: IndexResult): Exact | null {
  if (id === 'realisedInitiatives') return null;
  if (id !== 'employeeMean') return exact(1);
  return method.employeeConversion === 'share-of-max' ? exact(20) : exact(25);
}

const FINEST_SCORE = exact('1/100');

/** The change in the lever's unit, away from zero to a whole step, one more where the edge must be passed. */
function enough(move: Move, perUnit: Exact, { unit, step }: Lever): Exact {
  const grain = unit === 'score' ? FINEST_SCORE : step;
  const steps = move.change.abs().div(perUnit).div(grain);
  const whole = move.beyond ? steps.floor(0).add(1) : steps.ceil(0);
  return whole.mul(grain).mul(move.effect === 'flip-down' ? -1 : 1);
}
