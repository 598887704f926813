/** One step of a waterfall: where the bar starts and ends. `to` is null where the part is not known, and nothing is drawn. */
export interface WaterfallStep {
  readonly id: string;
  readonly from: number;
  readonly to: number | null;
}

/** Lays changes end to end from a start. A part without a value moves nothing. */
export function waterfallSteps(
  start: number,
  changes: readonly { readonly id: string; readonly value: number | null }[],
): readonly WaterfallStep[] {
  let at = start;
  return changes.map(({ id, value }) => {
    const from = at;
    if (value !== null) at += value;
    return { id, from, to: value === null ? null : at };
  });
}

/** The ends of a picture that holds all positions with air around them. */
export function paddedExtent(positions: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...positions), Math.max(...positions)];
  const air = Math.max((high - low) * 0.15, 0.02);
  return [low - air, high + air];
}

/** A band's three shares laid around the middle of the neutral one: left of zero is negative, right is positive. */
export interface BandSegments {
  readonly negative: readonly [number, number];
  readonly neutral: readonly [number, number];
  readonly positive: readonly [number, number];
}

export function bandSegments(negative: number, neutral: number, positive: number): BandSegments {
  const half = neutral / 2;
  return { negative: [-half - negative, -half], neutral: [-half, half], positive: [half, half + positive] };
}

/** Moves labels apart so that none covers another, each as near its own place as the others allow. Keeps the order given. */
export function spreadLabels(
  positionsPx: readonly number[],
  gapPx: number,
  lowestPx: number,
): readonly number[] {
  const order = positionsPx
    .map((_position, index) => index)
    .toSorted((a, b) => (positionsPx[a] ?? 0) - (positionsPx[b] ?? 0));
  const placed = [...positionsPx];
  let previous = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, previous + gapPx);
    previous = placed[index];
  }
  let limit = lowestPx;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, limit);
    limit = placed[index] - gapPx;
  }
  return placed;
}

/** An axis in fives around values of a percentage, with a whole five at both ends and a tick for each. */
export function fivesAround(values: readonly number[]): {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
} {
  const low = Math.max(0, Math.floor((Math.min(...values) - 2) / 5) * 5);
  const high = Math.min(100, Math.ceil((Math.max(...values) + 2) / 5) * 5);
  const ticks = Array.from({ length: (high - low) / 5 + 1 }, (_, index) => low + index * 5);
  return { domain: [low, high], ticks };
}
