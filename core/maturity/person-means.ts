import { exact, ZERO, type Exact } from '#core/number/exact.ts';
import { MATURITY_AREA_IDS, type MaturityArea } from '#core/result/figure-ids.ts';

/** One person's answers in one area. */
interface AreaSum {
  n: number;
  sum: number;
}

/** n persons with Σx and Σx² of their own means, on the scale of the answers (1–6): all that an interval needs. */
export interface Moments {
  readonly n: number;
  readonly sum: Exact;
  readonly sumOfSquares: Exact;
}

/** Σx and Σx² of the person means of one group of persons, by how statements are weighed together. */
export type PersonMoments = Readonly<Record<'hierarchical' | 'flat', Moments>>;

const NOBODY: Moments = { n: 0, sum: ZERO, sumOfSquares: ZERO };
export const NO_PERSONS: PersonMoments = { hierarchical: NOBODY, flat: NOBODY };

/** Puts two groups of persons together. */
export function addPersons(a: PersonMoments, b: PersonMoments): PersonMoments {
  return {
    hierarchical: addMoments(a.hierarchical, b.hierarchical),
    flat: addMoments(a.flat, b.flat),
  };
}

function addMoments(a: Moments, b: Moments): Moments {
  return { n: a.n + b.n, sum: a.sum.add(b.sum), sumOfSquares: a.sumOfSquares.add(b.sumOfSquares) };
}

/**
 * Gathers Σx and Σx² of person means, each built like the score itself: hierarchical (the mean of the areas' means)
 * or flat (the mean of all answers), on the scale 1–6, where both normalisations are a shift and a stretch of the same
 * numbers. Persons with an empty area are left out. METHOD.md section 7.
 */
export class PersonMeans {
  readonly #areas = new Map<MaturityArea, AreaSum>();
  readonly #units = new Map<number, PersonMoments>();

  /** Takes an answer of the person at hand. */
  answer(area: MaturityArea, value: number): void {
    const areaSum = this.#areas.get(area) ?? { n: 0, sum: 0 };
    areaSum.n += 1;
    areaSum.sum += value;
    this.#areas.set(area, areaSum);
  }

  /** Ends the person at hand, who belongs to `unit`; the next answer is another's. */
  endPerson(unit: number): void {
    const sums = [...this.#areas.values()];
    this.#areas.clear();
    if (sums.length < MATURITY_AREA_IDS.length) return;
    // Both axes have three areas, so the mean of the axes' means is the mean of the six areas'.
    const total = sums.reduce((sum, area) => sum.add(exact(`${area.sum}/${area.n}`)), ZERO);
    const answers = sums.reduce((n, area) => n + area.n, 0);
    const person = {
      hierarchical: momentsOf(total.div(sums.length)),
      flat: momentsOf(exact(`${sums.reduce((sum, area) => sum + area.sum, 0)}/${answers}`)),
    };
    this.#units.set(unit, addPersons(this.ofUnit(unit), person));
  }

  /** Of all persons. */
  moments(): PersonMoments {
    return [...this.#units.values()].reduce(addPersons, NO_PERSONS);
  }

  ofUnit(unit: number): PersonMoments {
    return this.#units.get(unit) ?? NO_PERSONS;
  }
}

function momentsOf(value: Exact): Moments {
  return { n: 1, sum: value, sumOfSquares: value.mul(value) };
}
