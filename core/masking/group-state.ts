import type { GroupRule } from './group-rule.ts';
import type { UnitCounts } from './unit-tree.ts';

/**
 * What {@link GroupRule} needs to know of a group, and no more: each measure up to the value above which it no longer
 * matters, and for each measure the most that one person who is alone in a part of the group contributes to it, with what it must reach beyond its minimum to them.
 */
export interface GroupState {
  readonly measures: readonly number[];
  readonly lonePerson: readonly number[];
  /** Equal for equal states. */
  readonly key: string;
}

/** Groups as states of one rule: few enough that the best choice can be kept for every one of them. */
export interface GroupStates {
  /** One unit's own answers, or those without a unit. */
  ofPart(part: UnitCounts, mustHaveAnswers: boolean): GroupState;
  join(a: GroupState, b: GroupState): GroupState;
  /** Nobody is in the group, or it may be seen. */
  mayRemain(group: GroupState): boolean;
  /** Whatever joins it, it may be seen. */
  isAlwaysSafe(group: GroupState): boolean;
}

export const EMPTY_GROUP: GroupState = { measures: [0, 0, 0, 0], lonePerson: [0, 0, 0, 0], key: 'empty' };

/** The states of a rule. */
export function statesOf({ minimums, largestShare, beyondForLone, measure }: GroupRule): GroupStates {
  const mostForLone = largestShare.map((share, index) => share + (beyondForLone[index] ?? 0));
  const enough = minimums.map((minimum, index) => minimum + (mostForLone[index] ?? 0));
  const safe: GroupState = { measures: enough, lonePerson: [0, 0, 0, 0], key: 'safe' };
  const stateOf = (measures: readonly number[], lonePerson: readonly number[]): GroupState => {
    if (measures.every((value, index) => value >= (enough[index] ?? 0))) return safe;
    const capped = measures.map((value, index) => Math.min(value, enough[index] ?? 0));
    const lone = lonePerson.map((value, index) =>
      capped[index] === enough[index] ? 0 : Math.min(value, mostForLone[index] ?? 0),
    );
    return { measures: capped, lonePerson: lone, key: `${capped.join()};${lone.join()}` };
  };
  return {
    ofPart: (part, mustHaveAnswers) => {
      const measures = measure(part, mustHaveAnswers);
      const toLone = measures.map((value, index) => value + (beyondForLone[index] ?? 0));
      return stateOf(measures, part.n === 1 ? toLone : EMPTY_GROUP.lonePerson);
    },
    join: (a, b) => {
      if (a === EMPTY_GROUP || b === safe) return b;
      if (b === EMPTY_GROUP || a === safe) return a;
      return stateOf(
        a.measures.map((value, index) => value + (b.measures[index] ?? 0)),
        a.lonePerson.map((value, index) => Math.max(value, b.lonePerson[index] ?? 0)),
      );
    },
    mayRemain: (group) =>
      group === EMPTY_GROUP ||
      group.measures.every(
        (value, index) => value >= (minimums[index] ?? 0) + (group.lonePerson[index] ?? 0),
      ),
    isAlwaysSafe: (group) => group === safe,
  };
}
