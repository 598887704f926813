import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentScale } from '../../../tab/src/charts/percent-scale.ts';
import { stepFrom, type CursorPoint } from '../../../tab/src/charts/step-from.ts';
import { fittedScale, yearScale } from '../../../tab/src/charts/scales.ts';
import {
  bandSegments,
  paddedExtent,
  spreadLabels,
  waterfallSteps,
} from '../../../tab/src/charts/transforms.ts';

describe('a waterfall', () => {
  it('lays changes end to end and does not move for a part that is not known', () => {
    const steps = waterfallSteps(8.1, [
      { id: 'a', value: 0.2 },
      { id: 'b', value: null },
      { id: 'c', value: -0.1 },
    ]);
    expect(steps[1]).toEqual({ id: 'b', from: 8.1 + 0.2, to: null });
    expect(steps[2]?.from).toBe(steps[0]?.to);
    expect(steps[2]?.to).toBeCloseTo(8.2, 10);
  });
});

describe('bands', () => {
  it('stand around the middle of the neutral one', () => {
    expect(bandSegments(10, 20, 70)).toEqual({
      negative: [-20, -10],
      neutral: [-10, 10],
      positive: [10, 80],
    });
  });
});

describe('labels', () => {
  it('never come nearer than the gap, nor below the lowest place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 20, max: 200 }), { minLength: 1, maxLength: 6 }),
        (positions) => {
          const placed = spreadLabels(positions, 16, 200).toSorted((a, b) => a - b);
          expect(placed.length).toBe(positions.length);
          expect(Math.max(...placed)).toBeLessThanOrEqual(200);
          placed
            .slice(1)
            .forEach((place, at) => expect(place - (placed[at] ?? 0)).toBeGreaterThanOrEqual(16));
        },
      ),
    );
  });
});

describe('scales', () => {
  it('keep a mark inside its column, and a scale without width is no division by zero', () => {
    expect([-1, 0, 5, 10, 11].map(percentScale(0, 10))).toEqual([0, 0, 50, 100, 100]);
    expect(percentScale(3, 3)(3)).toBe(0);
  });

  it('fit whole numbers around the values, at least one apart', () => {
    expect(fittedScale([7.9, 8.2], [100, 0]).domain()).toEqual([7, 9]);
    expect(fittedScale([8], [100, 0]).domain()).toEqual([8, 9]);
  });

  it('put years evenly and hold all positions with air', () => {
    const x = yearScale([2023, 2024, 2025], [0, 100]);
    expect((x(2024) ?? 0) - (x(2023) ?? 0)).toBeCloseTo((x(2025) ?? 0) - (x(2024) ?? 0), 6);
    const [low, high] = paddedExtent([8, 8]);
    expect(low).toBeLessThan(8);
    expect(high).toBeGreaterThan(8);
  });
});

describe('arrow keys', () => {
  const at = (row: number, column: number): CursorPoint => ({
    id: `${row}-${column}`,
    row,
    column,
    xPx: 0,
    yPx: 0,
    text: '',
  });
  const points = [at(0, 2024), at(0, 2025), at(1, 2023), at(1, 2025)];

  it('go along a series, and to the nearest point of the next one', () => {
    expect(stepFrom(points, at(0, 2024), 'ArrowRight')?.id).toBe('0-2025');
    expect(stepFrom(points, at(1, 2025), 'ArrowLeft')?.id).toBe('1-2023');
    expect(stepFrom(points, at(0, 2025), 'ArrowDown')?.id).toBe('1-2025');
    expect(stepFrom(points, at(1, 2023), 'ArrowUp')?.id).toBe('0-2024');
  });

  it('stop at the ends, and other keys go nowhere', () => {
    expect(stepFrom(points, at(0, 2025), 'ArrowRight')).toBeNull();
    expect(stepFrom(points, at(0, 2025), 'Enter')).toBeNull();
  });
});
