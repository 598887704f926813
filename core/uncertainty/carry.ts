import { exact, type Exact } from '#core/number/exact.ts';
import type { WorstCase } from './interval.ts';

/**
 * Intervals of independent parts carried into a weighted sum: the half width is the root of the summed squares.
 * Delivery and benefit count everything there is, so they add nothing. METHOD.md section 7.
 *
 * @param parts half widths in each part's own unit, with the weight the part has in the sum
 */
export function carriedHalfWidth(
  parts: readonly { readonly halfWidth: number; readonly weight: Exact }[],
): number {
  return Math.sqrt(parts.reduce((sum, part) => sum + (part.halfWidth * part.weight.valueOf()) ** 2, 0));
}

/** Worst cases carried linearly: every part at its low end at once, and every part at its high end. */
export function carriedWorstCase(
  parts: readonly { readonly bounds: WorstCase; readonly weight: Exact }[],
  constant: Exact = exact(0),
): WorstCase {
  const total = (end: 'low' | 'high') =>
    parts.reduce((sum, part) => sum.add(part.bounds[end].mul(part.weight)), constant);
  return { kind: 'worst-case', low: total('low'), high: total('high') };
}
