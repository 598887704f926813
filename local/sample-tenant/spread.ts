/** A generator of numbers in [0, 1) that gives the same numbers for the same seed (mulberry32): samples never change. */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The values in a new order. */
export function shuffled<T>(values: readonly T[], random: Random): T[] {
  return values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

/** Writes out counts: {a: 2, b: 1} → a, a, b. */
export function repeated<T>(counts: Iterable<readonly [T, number]>): T[] {
  return [...counts].flatMap(([value, count]) => Array.from({ length: count }, () => value));
}

/**
 * Whole numbers between `low` and `high` that sum exactly to `sum`, spread around their mean.
 *
 * @throws RangeError where no such numbers exist
 */
export function withSum(count: number, sum: number, low: number, high: number, random: Random): number[] {
  if (sum < count * low || sum > count * high)
    throw new RangeError(`${count} numbers ${low}–${high} can't sum to ${sum}`);
  const mean = sum / count;
  const clamp = (value: number) => Math.min(high, Math.max(low, Math.round(value)));
  const values = Array.from({ length: count }, () => clamp(mean + (random() + random() - 1) * 2.6));
  let left = sum - values.reduce((total, value) => total + value, 0);
  while (left !== 0) {
    const at = Math.floor(random() * count);
    const step = Math.sign(left);
    const next = (values[at] ?? low) + step;
    if (next < low || next > high) continue;
    values[at] = next;
    left -= step;
  }
  return values;
}
