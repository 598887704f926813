import { exact, type Exact } from '#core/number/exact.ts';
import { SHOWN_DECIMALS } from '#core/number/shown.ts';
import { roundHalfAway } from '#core/number/round.ts';

/** The inputs that a reader can move, each with how much the index moves per unit of it. METHOD.md section 8. */
export interface IndexInput {
  readonly name: 'maturityPercent' | 'employeePercent' | 'delivery' | 'benefit';
  readonly value: Exact;
  /** Change of the index per unit of the input: the index is linear in each. */
  readonly slope: Exact;
  readonly minimum: Exact;
  readonly maximum: Exact;
}

/** The index 0,1 more or less; its shown figure a tenth higher or lower. */
export const MOVE_EFFECTS = ['up-a-tenth', 'down-a-tenth', 'flip-up', 'flip-down'] as const;

/** A change of one input, alone, that has a given effect on the index. */
export interface Move {
  readonly effect: (typeof MOVE_EFFECTS)[number];
  /** The input's value before. */
  readonly from: Exact;
  /** Signed change of the input in its own unit. */
  readonly change: Exact;
  /** True: the change must be passed, not only reached (an edge belongs to the higher figure). */
  readonly beyond: boolean;
  /** False: the input would leave its range. */
  readonly possible: boolean;
}

const TENTH = exact('1/10');
const HALF_TENTH = exact('1/20');

/**
 * What one input alone must do for the index to change by 0,1, and for the shown figure to flip: up when the rounding
 * edge is reached, down when it is passed. Exact, from linearity. METHOD.md section 8.
 *
 * @param index the unrounded index, 0–10
 */
export function movesOf(index: Exact, input: IndexInput): readonly Move[] {
  const shown = exact(roundHalfAway(index, SHOWN_DECIMALS.score));
  const move = (effect: Move['effect'], ofIndex: Exact, beyond: boolean): Move => {
    const change = ofIndex.div(input.slope);
    const reached = input.value.add(change);
    const [low, high] = [reached.compare(input.minimum), reached.compare(input.maximum)];
    return { effect, from: input.value, change, beyond, possible: beyond ? low > 0 : low >= 0 && high <= 0 };
  };
  return [
    move('up-a-tenth', TENTH, false),
    move('down-a-tenth', TENTH.neg(), false),
    move('flip-up', shown.add(HALF_TENTH).sub(index), false),
    move('flip-down', shown.sub(HALF_TENTH).sub(index), true),
  ];
}

/** A move of delivery in whole initiatives: how many more (or fewer) must be realised. */
export interface InitiativeMove {
  readonly effect: Move['effect'];
  /** Signed number of initiatives. */
  readonly initiatives: number;
  readonly possible: boolean;
}

/**
 * Turns moves of delivery into whole initiatives: rounded away from zero, and one further where an edge must be passed.
 *
 * @param decided initiatives in the denominator, more than 0
 * @param realised of them, 0 to `decided`
 */
export function movesInInitiatives(
  moves: readonly Move[],
  decided: number,
  realised: number,
): readonly InitiativeMove[] {
  return moves.map((move) => {
    const needed = move.change.abs().mul(decided).div(10);
    const whole = Number(move.beyond ? needed.floor(0).add(1).n : needed.ceil(0).n);
    // By the effect, not by the change's sign: on an edge the change down is zero, and still must be passed.
    const falls = move.effect === 'flip-down' || move.effect === 'down-a-tenth';
    const initiatives = falls ? -whole : whole;
    const after = realised + initiatives;
    return { effect: move.effect, initiatives, possible: after >= 0 && after <= decided };
  });
}
