export interface CursorPoint {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly xPx: number;
  readonly yPx: number;
  /** The whole of what the point says: "2025, Nytta: 8,7". */
  readonly text: string;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/** The nearest point in a direction: along the row for a sideways step, else in the nearest other row. */
export function stepFrom(points: readonly CursorPoint[], from: CursorPoint, key: string): CursorPoint | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  const [rowStep, columnStep] = step;
  const candidates = points.filter((point) =>
    rowStep === 0
      ? point.row === from.row && (point.column - from.column) * columnStep > 0
      : (point.row - from.row) * rowStep > 0,
  );
  const distance = (point: CursorPoint): number =>
    Math.abs(point.row - from.row) * 1000 + Math.abs(point.column - from.column);
  return candidates.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}
