import { exact } from '#core/number/exact.ts';
import { sampleVariance, type Sample } from './interval.ts';
import { twoSidedProbability } from './student-t.ts';

/** Whether a unit differs from the rest of the organisation more than chance would explain. */
export type Difference = 'higher' | 'lower' | 'none';

/** A unit's answers; `invited` null where it is not known, which leaves the finite-population factor at 1. */
export interface ComparedSample extends Omit<Sample, 'invited'> {
  readonly invited: number | null;
}

export interface ComparedUnit {
  readonly id: string;
  readonly unit: ComparedSample;
  /** Everyone else in the organisation: the unit itself is left out. */
  readonly rest: ComparedSample;
}

/** Under this many answers no difference is marked. METHOD.md section 7. */
const MINIMUM_ANSWERS = 10;
const FAMILY_ERROR = 0.05;

/**
 * Marks units of one level by Welch's t against the rest of the organisation, with the finite-population factor,
 * corrected by Holm at 5 % for the number of units of the level. A unit that can't be tested (under ten answers, or all of
 * them alike) is 'none' and takes no part in the correction.
 */
export function clearDifferences(level: readonly ComparedUnit[]): ReadonlyMap<string, Difference> {
  const marks = new Map<string, Difference>(level.map((compared) => [compared.id, 'none']));
  const tested = level
    .flatMap((compared) => {
      const test = welch(compared.unit, compared.rest);
      return test ? [{ id: compared.id, ...test }] : [];
    })
    .sort((a, b) => a.probability - b.probability || (a.id < b.id ? -1 : 1));
  for (const [rank, test] of tested.entries()) {
    if (test.probability > FAMILY_ERROR / (tested.length - rank)) break;
    marks.set(test.id, test.direction);
  }
  return marks;
}

function welch(
  unit: ComparedSample,
  rest: ComparedSample,
): { readonly probability: number; readonly direction: Exclude<Difference, 'none'> } | undefined {
  if (unit.n < MINIMUM_ANSWERS || rest.n < MINIMUM_ANSWERS) return undefined;
  if (sampleVariance(unit).equals(0)) return undefined;
  const [a, b] = [varianceOfMean(unit), varianceOfMean(rest)];
  if (!(a + b > 0)) return undefined;
  const difference = unit.sum.div(unit.n).sub(rest.sum.div(rest.n));
  const degreesOfFreedom = (a + b) ** 2 / (a ** 2 / (unit.n - 1) + b ** 2 / (rest.n - 1));
  return {
    probability: twoSidedProbability(difference.valueOf() / Math.sqrt(a + b), degreesOfFreedom),
    direction: difference.compare(0) > 0 ? 'higher' : 'lower',
  };
}

function varianceOfMean(sample: ComparedSample): number {
  const answeredShare =
    sample.invited === null ? exact(0) : exact(`${sample.n}/${Math.max(sample.invited, sample.n)}`);
  return sampleVariance(sample).div(sample.n).mul(exact(1).sub(answeredShare)).valueOf();
}
