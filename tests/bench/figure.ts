/** One measured figure. A time says little on a shared machine; its ratio to a baseline of the same run says something. */
export interface BenchFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is a ratio to, or null for an absolute figure such as bytes. */
  readonly baseline: string | null;
}

/** A file tests/bench/<name>.bench.ts exports one of these as `bench`. */
export interface Bench {
  readonly title: string;
  run(): Promise<readonly BenchFigure[]>;
}

/** The median of an odd or even number of measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
