import { describe, expect, test } from 'vitest';
import { radarPoints, ringRadius } from '../../../tab/src/charts/radar-layout.ts';

const SHAPE = { rings: 3, sectors: 2, radiusPx: 100, centrePx: [100, 100] } as const;
const far = ({ xPx, yPx }: { xPx: number; yPx: number }) => Math.hypot(xPx - 100, yPx - 100);

describe('the radar', () => {
  test('places each point in its ring, above the base line', () => {
    const items = [0, 1, 2].map((ring) => ({ id: `${ring}`, ring, sector: 0 }));
    radarPoints(items, SHAPE).forEach((point, ring) => {
      expect(far(point)).toBeGreaterThan(ringRadius(ring, 3, 100));
      expect(far(point)).toBeLessThan(ringRadius(ring + 1, 3, 100));
      expect(point.yPx).toBeLessThan(100);
    });
  });

  test('places the first sector to the left and the last to the right', () => {
    const [left, right] = radarPoints(
      [
        { id: 'a', ring: 1, sector: 0 },
        { id: 'b', ring: 1, sector: 1 },
      ],
      SHAPE,
    );
    expect(left?.xPx).toBeLessThan(100);
    expect(right?.xPx).toBeGreaterThan(100);
  });

  test('covers no point by another of its ring and sector', () => {
    const items = Array.from({ length: 6 }, (_, index) => ({ id: `${index}`, ring: 2, sector: 0 }));
    const points = radarPoints(items, { ...SHAPE, radiusPx: 200 });
    points.forEach((one, index) =>
      points.slice(index + 1).forEach((other) => {
        expect(Math.hypot(one.xPx - other.xPx, one.yPx - other.yPx)).toBeGreaterThan(20);
      }),
    );
  });
});
