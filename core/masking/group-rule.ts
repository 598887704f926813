import type { UnitCounts } from './unit-tree.ts';

/**
 * When a group of answers may be seen. A group has *measures* that add up when groups are joined: its size, how far it
 * is from everybody giving the same answer, and so on. It may be seen when every measure reaches its minimum, also
 * after any one person who is alone in a part has taken away their own answer. So a larger group is never worse than
 * a smaller one in it, which is what lets {@link chooseShown} find the best choice. METHOD.md section 6, rules 1 to 3.
 */
export interface GroupRule {
  /** What each measure must reach. */
  readonly minimums: readonly number[];
  /** The most that one person's answer can add to each measure. */
  readonly largestShare: readonly number[];
  /** What each measure must reach beyond its minimum in the eyes of a person who is alone in a part. */
  readonly beyondForLone: readonly number[];
  /**
   * The measures of a part: one unit's own answers, or those without a unit.
   *
   * @param mustHaveAnswers readers know that somebody answered there: a hidden unit without answering units below it
   */
  readonly measure: (part: UnitCounts, mustHaveAnswers: boolean) => readonly number[];
}

/** Measures that nothing is known about, and so nothing can be read from, are as good as reached. */
const PLENTY = Number.MAX_SAFE_INTEGER;

/**
 * Figures (n, mean, percent, response rate) of at least `minimum` answers. The sum must not give the answers away:
 * 5n − Σ and Σ − n, in hundredths, stay above 1. Nor may there be just one answer for every hidden unit that is known to
 * have some, or each of them would be known to have exactly one.
 */
export function figuresRule(minimum: number): GroupRule {
  return {
    minimums: [minimum, 101, 101, 1],
    largestShare: [1, 400, 400, 1],
    beyondForLone: [0, 300, 300, 0],
    measure: ({ n, sumHundredths }, mustHaveAnswers) => [
      n,
      sumHundredths === null ? (n === 0 ? 0 : PLENTY) : 500 * n - sumHundredths,
      sumHundredths === null ? (n === 0 ? 0 : PLENTY) : sumHundredths - 100 * n,
      mustHaveAnswers ? n - 1 : n,
    ],
  };
}

/**
 * Bands of at least `minimum` answers, of which at least two stand outside each band: where all but one are positive,
 * the mean beside the bands tells what every one of them said.
 */
export function bandsRule(minimum: number): GroupRule {
  return {
    minimums: [minimum, 2, 2, 2],
    largestShare: [1, 1, 1, 1],
    beyondForLone: [0, 0, 0, 0],
    measure: ({ n, counts }) => {
      const [ones, twos, threes, fours, fives] = counts ?? [0, 0, 0, 0, 0];
      return [n, n - ones - twos, n - threes, n - fours - fives];
    },
  };
}
