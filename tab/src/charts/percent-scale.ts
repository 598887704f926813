/**
 * A value's place between two ends as a percentage of the picture's width, kept inside it: so that a mark follows its
 * column without being measured. Plain arithmetic: a bar in a table should not cost a reader a scale library.
 */
export function percentScale(low: number, high: number): (value: number) => number {
  const span = high - low || 1;
  return (value) => Math.min(Math.max((value - low) / span, 0), 1) * 100;
}
