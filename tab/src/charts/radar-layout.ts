/** A point to place: which ring (0 is the innermost) and which sector (0 is the leftmost). */
export interface RadarItem {
  readonly id: string;
  readonly ring: number;
  readonly sector: number;
}

export interface RadarPoint {
  readonly id: string;
  readonly xPx: number;
  readonly yPx: number;
}

/** Air at both sides of a sector, as a share of it, so that no point stands on a border. */
const AIR = 0.12;

/** The share of the radius that is left empty in the middle, so that the innermost ring has room for its points. */
const HOLE = 0.26;

/** How far out a place between rings is: 0 is the inner edge of the first ring, `rings` the outer edge of the last. */
export function ringRadius(depth: number, rings: number, radiusPx: number): number {
  return (HOLE + (1 - HOLE) * (depth / rings)) * radiusPx;
}

/** An angle of the half circle as a place: 0 is left, 1 is right. */
export function onArc(
  share: number,
  radiusPx: number,
  centrePx: readonly [number, number],
): readonly [number, number] {
  const angle = Math.PI * (1 - share);
  return [centrePx[0] + radiusPx * Math.cos(angle), centrePx[1] - radiusPx * Math.sin(angle)];
}

/**
 * Spreads the points of each ring and sector evenly over its angles, those with more of them in two rows, so that none
 * covers another as long as a sector of a ring holds about ten.
 */
export function radarPoints(
  items: readonly RadarItem[],
  shape: {
    readonly rings: number;
    readonly sectors: number;
    readonly radiusPx: number;
    readonly centrePx: readonly [number, number];
  },
): readonly RadarPoint[] {
  const { rings, sectors, radiusPx, centrePx } = shape;
  const seen = new Map<string, number>();
  const total = new Map<string, number>();
  const keyOf = ({ ring, sector }: RadarItem): string => `${ring} ${sector}`;
  for (const item of items) total.set(keyOf(item), (total.get(keyOf(item)) ?? 0) + 1);
  return items.map((item) => {
    const key = keyOf(item);
    const place = seen.get(key) ?? 0;
    seen.set(key, place + 1);
    const of = total.get(key) ?? 1;
    const share = AIR + ((place + 0.5) / of) * (1 - 2 * AIR);
    // Every other point further out, where there are several.
    const depth = of < 3 ? 0.5 : place % 2 === 0 ? 0.32 : 0.72;
    const [xPx, yPx] = onArc(
      (item.sector + share) / sectors,
      ringRadius(item.ring + depth, rings, radiusPx),
      centrePx,
    );
    return { id: item.id, xPx, yPx };
  });
}
