import { groupByWords } from '#core/fields/group-by-words.ts';
import { exact, type Exact } from '#core/number/exact.ts';
import { absent, present, toResultFigure, type Figure } from '#core/result/figure.ts';
import type { BenefitGroup } from '#core/result/portfolio-schema.ts';
import type { Benefit } from './benefit.ts';

/**
 * attainment = (measured − baseline)/(expected − baseline): serves "less is better" too. Without a baseline column
 * measured/expected. Null where not measured. METHOD.md section 5.
 *
 * @param benefit a valid indicator: expected differs from baseline
 */
export function attainment({ baseline, expected, measured }: Benefit): Exact | null {
  if (measured === null) return null;
  const from = baseline ?? exact(0);
  return measured.sub(from).div(expected.sub(from));
}

/** Clips to [0, cap]: over-delivery in one place can't hide a miss in another. */
export function clip(value: Exact, cap: Exact): Exact {
  if (value.compare(0) < 0) return exact(0);
  return value.compare(cap) > 0 ? cap : value;
}

/** Benefit of a set of indicators of one year. */
export interface BenefitScore {
  /** Weighted attainment × 10, clipped, 0–10. */
  readonly score: Figure;
  /** The same without clipping: may be negative or over 10. */
  readonly uncapped: Figure;
  /** Measured of valid indicators, percent. */
  readonly coverage: Figure;
  readonly measured: number;
  readonly valid: number;
}

/**
 * score = Σ weight × attainment / Σ weight over measured indicators × 10. `missing` without rows of the year,
 * `insufficient` where none is measured or the weights sum to 0. METHOD.md section 5.
 *
 * @param rowsOfYear rows of the year, invalid ones included
 */
export function scoreBenefit(benefits: readonly Benefit[], rowsOfYear: number, cap: Exact): BenefitScore {
  let [weights, clipped, uncapped] = [exact(0), exact(0), exact(0)];
  let measured = 0;
  for (const benefit of benefits) {
    const reached = attainment(benefit);
    if (reached === null) continue;
    measured += 1;
    weights = weights.add(benefit.weight);
    clipped = clipped.add(clip(reached, cap).mul(benefit.weight));
    uncapped = uncapped.add(reached.mul(benefit.weight));
  }
  const score = (sum: Exact): Figure => {
    if (rowsOfYear === 0) return absent('missing');
    return weights.equals(0) ? absent('insufficient') : present(sum.div(weights).mul(10));
  };
  return {
    score: score(clipped),
    uncapped: score(uncapped),
    coverage: coverageOf(rowsOfYear, benefits.length, measured),
    measured,
    valid: benefits.length,
  };
}

function coverageOf(rowsOfYear: number, valid: number, measured: number): Figure {
  if (rowsOfYear === 0) return absent('missing');
  return valid === 0 ? absent('insufficient') : present(exact(measured).div(valid).mul(100));
}

/** The score of each group of indicators, for instance per kind or portfolio object; most indicators first. */
export function scoreBenefitGroups(
  benefits: readonly Benefit[],
  groupOf: (benefit: Benefit) => string,
  cap: Exact,
): readonly BenefitGroup[] {
  return [...groupByWords(benefits, groupOf)]
    .map(([name, members]): BenefitGroup => {
      const { score, uncapped, measured, valid } = scoreBenefit(members, members.length, cap);
      return {
        name,
        valid,
        measured,
        score: toResultFigure(score, 'score'),
        uncapped: toResultFigure(uncapped, 'score'),
      };
    })
    .sort((a, b) => b.valid - a.valid || (a.name < b.name ? -1 : 1));
}
