import { exact, ZERO, type Exact } from '#core/number/exact.ts';
import { MATURITY_AREA_IDS, type MaturityArea } from '#core/result/figure-ids.ts';
import type { Moments } from './maturity-tally.ts';

/** One person's answers in one area. */
interface AreaSum {
  n: number;
  sum: number;
}

/**
 * Gathers Σx and Σx² of person means, each built like the score itself: hierarchical (the mean of the areas' means)
 * or flat (the mean of all answers), on the scale 1–6, where both normalisations are a shift and a stretch of the same
 * numbers. Persons with an empty area are left out. METHOD.md section 7.
 */
export class PersonMeans {
  readonly #areas = new Map<MaturityArea, AreaSum>();
  #n = 0;
  readonly #hierarchical = { sum: ZERO, sumOfSquares: ZERO };
  readonly #flat = { sum: ZERO, sumOfSquares: ZERO };

  /** Takes an answer of the person at hand. */
  answer(area: MaturityArea, value: number): void {
    const areaSum = this.#areas.get(area) ?? { n: 0, sum: 0 };
    areaSum.n += 1;
    areaSum.sum += value;
    this.#areas.set(area, areaSum);
  }

  /** Ends the person at hand; the next answer is another's. */
  endPerson(): void {
    const sums = [...this.#areas.values()];
    this.#areas.clear();
    if (sums.length < MATURITY_AREA_IDS.length) return;
    this.#n += 1;
    // Both axes have three areas, so the mean of the axes' means is the mean of the six areas'.
    const total = sums.reduce((sum, area) => sum.add(exact(`${area.sum}/${area.n}`)), ZERO);
    add(this.#hierarchical, total.div(sums.length));
    const answers = sums.reduce((n, area) => n + area.n, 0);
    add(this.#flat, exact(`${sums.reduce((sum, area) => sum + area.sum, 0)}/${answers}`));
  }

  moments(): Readonly<Record<'hierarchical' | 'flat', Moments>> {
    return {
      hierarchical: { n: this.#n, ...this.#hierarchical },
      flat: { n: this.#n, ...this.#flat },
    };
  }
}

function add(moments: { sum: Exact; sumOfSquares: Exact }, value: Exact): void {
  moments.sum = moments.sum.add(value);
  moments.sumOfSquares = moments.sumOfSquares.add(value.mul(value));
}
