import { scaleLinear, scalePoint, type ScaleLinear, type ScalePoint } from 'd3-scale';

/**
 * A value scale whose ends are whole numbers just outside the values, at least one unit apart. A line shows change,
 * so it need not start at zero; its axis says where it starts.
 */
export function fittedScale(
  values: readonly number[],
  rangePx: readonly [number, number],
): ScaleLinear<number, number> {
  const low = Math.floor(Math.min(...values));
  const high = Math.max(Math.ceil(Math.max(...values)), low + 1);
  return scaleLinear().domain([low, high]).range(rangePx);
}

/** Years beside each other, evenly, with half a step of air at both ends. */
export function yearScale(years: readonly number[], rangePx: readonly [number, number]): ScalePoint<number> {
  return scalePoint<number>().domain(years).range(rangePx).padding(0.35);
}
