import { describe, expect, test } from 'vitest';
import { flowBands } from '../../../tab/src/charts/flow-layout.ts';
import { fivesAround } from '../../../tab/src/charts/transforms.ts';

describe('a flow', () => {
  test('gives each part its share where it leaves, without gaps, and a gap between where it arrives', () => {
    const bands = flowBands(
      [
        { id: 'a', count: 3 },
        { id: 'b', count: 1 },
      ],
      100,
      20,
    );
    expect(bands.map(({ fromPx }) => fromPx)).toEqual([
      [10, 70],
      [70, 90],
    ]);
    expect(bands.map(({ toPx }) => toPx)).toEqual([
      [0, 60],
      [80, 100],
    ]);
  });

  test('draws nothing for a part of nothing, and something for the smallest part', () => {
    const bands = flowBands(
      [
        { id: 'all', count: 999 },
        { id: 'one', count: 1 },
        { id: 'none', count: 0 },
      ],
      100,
      10,
    );
    expect(bands.map(({ id }) => id)).toEqual(['all', 'one']);
    expect(bands[1]!.toPx[1] - bands[1]!.toPx[0]).toBeGreaterThanOrEqual(3);
  });
});

test('an axis of percentages ends on whole fives, inside 0 and 100', () => {
  expect(fivesAround([61.2, 64])).toEqual({ domain: [55, 70], ticks: [55, 60, 65, 70] });
  expect(fivesAround([1, 99]).domain).toEqual([0, 100]);
});
