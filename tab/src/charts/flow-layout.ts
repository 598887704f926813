/** One way that a whole goes: how much of it, and where its band stands at both ends. */
export interface FlowBand {
  readonly id: string;
  readonly fromPx: readonly [number, number];
  readonly toPx: readonly [number, number];
}

/** So thin a band is still seen. */
const THINNEST_PX = 3;

/**
 * Lays the parts of a whole below each other, without gaps where they leave it and with gaps where they arrive, so that
 * each has a line for its name. Parts of nothing have no band.
 */
export function flowBands(
  parts: readonly { readonly id: string; readonly count: number }[],
  heightPx: number,
  gapPx: number,
): readonly FlowBand[] {
  const shown = parts.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const roomPx = heightPx - gapPx * Math.max(shown.length - 1, 0);
  let from = (heightPx - roomPx) / 2;
  let to = 0;
  return shown.map(({ id, count }) => {
    const share = (count / total) * roomPx;
    const thick = Math.max(share, THINNEST_PX);
    const band = { id, fromPx: [from, from + share] as const, toPx: [to, to + thick] as const };
    from += share;
    to += thick + gapPx;
    return band;
  });
}
