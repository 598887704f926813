import { exact, type Exact } from '#core/number/exact.ts';
import { absent, type Absent } from '#core/result/figure.ts';
import { criticalValue } from './student-t.ts';

/** Fewer answers than this and an interval, with mean and invited, would give answers away. METHOD.md section 7. */
export const MINIMUM_ANSWERS_FOR_INTERVAL = 20;

/** What a sample must tell: nothing of it is a row. */
export interface Sample {
  readonly n: number;
  readonly invited: number;
  /** Σx, exact. */
  readonly sum: Exact;
  /** Σx², exact. */
  readonly sumOfSquares: Exact;
}

/** The scale that answers lie on; intervals are clipped to it. */
export interface Scale {
  readonly low: Exact;
  readonly high: Exact;
}

/** A 95 % interval of a mean, in the unit of the answers. `allAlike`: the answers do not differ, so its width is 0. */
export interface MeanInterval {
  readonly kind: 'interval';
  readonly low: number;
  readonly high: number;
  /** Half the width before clipping to the scale; what is carried on into derived figures. */
  readonly halfWidth: number;
  readonly allAlike: boolean;
}

/** Exact bounds between which the figure must lie whatever those who did not answer would have said. */
export interface WorstCase {
  readonly kind: 'worst-case';
  readonly low: Exact;
  readonly high: Exact;
}

/** n answers from more than were asked: the invited number is wrong, so nothing follows from it. */
function checked(n: number, invited: number): Absent | undefined {
  if (n === 0) return absent('missing');
  if (invited < n) return absent('invalid');
  return undefined;
}

/** The variance s² = (Σx² − (Σx)²/n)/(n − 1), exact; 0 for a single answer. */
export function sampleVariance(sample: Pick<Sample, 'n' | 'sum' | 'sumOfSquares'>): Exact {
  if (sample.n < 2) return exact(0);
  return sample.sumOfSquares.sub(sample.sum.mul(sample.sum).div(sample.n)).div(sample.n - 1);
}

/**
 * Half of the 95 % interval of a mean, with finite-population correction, (1 − n/N)·s²/n, and Student's t for every n.
 * Holds if those who did not answer are like those who did. METHOD.md section 7.
 *
 * @returns `suppressed` under 20 answers, `missing` without any, `invalid` where more answered than were invited
 */
export function halfWidthOfMean(sample: Sample): Pick<MeanInterval, 'halfWidth' | 'allAlike'> | Absent {
  const fault = checked(sample.n, sample.invited);
  if (fault) return fault;
  if (sample.n < MINIMUM_ANSWERS_FOR_INTERVAL) return absent('suppressed');
  const variance = sampleVariance(sample);
  const ofMean = variance.div(sample.n).mul(exact(1).sub(exact(`${sample.n}/${sample.invited}`)));
  return {
    halfWidth: criticalValue(0.05, sample.n - 1) * Math.sqrt(ofMean.valueOf()),
    allAlike: variance.equals(0),
  };
}

/** The 95 % interval of the mean ({@link halfWidthOfMean}), clipped to the scale. METHOD.md section 7. */
export function meanInterval(sample: Sample, scale: Scale): MeanInterval | Absent {
  const half = halfWidthOfMean(sample);
  if ('reason' in half) return half;
  return { kind: 'interval', ...half, ...around(sample.sum.div(sample.n), half.halfWidth, scale) };
}

/** The bounds at one distance from a figure on both sides, clipped to its scale. */
export function around(centre: Exact, halfWidth: number, scale: Scale): Pick<MeanInterval, 'low' | 'high'> {
  return {
    low: Math.max(scale.low.valueOf(), centre.valueOf() - halfWidth),
    high: Math.min(scale.high.valueOf(), centre.valueOf() + halfWidth),
  };
}

/**
 * The bounds of the mean if all who did not answer stood at one end of the scale. Exact; holds without any assumption.
 *
 * @param mean the mean of those who answered, on the same scale
 */
export function worstCase(mean: Exact, n: number, invited: number, scale: Scale): WorstCase | Absent {
  const fault = checked(n, invited);
  if (fault) return fault;
  const answered = mean.mul(n);
  const bound = (end: Exact) => answered.add(end.mul(invited - n)).div(invited);
  return { kind: 'worst-case', low: bound(scale.low), high: bound(scale.high) };
}
