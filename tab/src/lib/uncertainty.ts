import type { IndexResult } from '#core/result/result-schema.ts';
import type { UncertainFigure } from '#core/result/uncertainty-schema.ts';

/** The 95 % interval of a figure for a picture; null where there is none. */
export function intervalOf(result: IndexResult, figure: UncertainFigure): readonly [number, number] | null {
  const { interval } = result.uncertainty[figure];
  return interval.kind === 'absent' ? null : [Number(interval.low.value), Number(interval.high.value)];
}
