import { describe, expect, test } from 'vitest';
import type { ColumnKind } from '#core/result/column-kinds.ts';
import { initiative, sampleYear, YEAR } from '../result/sample-year.ts';

/** Where a single initiative with this cell as its year ends: counted, of another year, or the finding that sets it aside. */
function becomes(cell: unknown, kind: ColumnKind): string {
  const { result, rows } = sampleYear(
    {
      mapping: { initiativ: { year: 'When' } },
      rows: { initiativ: [initiative(1, 'realised', { When: cell })], nytta: [] },
    },
    { kinds: { When: kind } },
  );
  if (rows.initiatives.length > 0) return 'counted';
  return result.findings.find(({ sourceId }) => sourceId === 'initiativ')?.rule ?? 'other-year';
}

describe('the year of an initiative', () => {
  // 2025 begins at 2024-12-31T23:00Z and ends at 2025-12-31T23:00Z in Stockholm.
  test.each([
    ['2024-12-31T22:59:59Z', 'other-year'],
    ['2024-12-31T23:00:00Z', 'counted'],
    ['2025-07-01T00:00:00Z', 'counted'],
    ['2025-12-31T22:59:59Z', 'counted'],
    ['2025-12-31T23:00:00Z', 'other-year'],
    // With an offset of its own: 2025-12-31T23:30+01:00 is 22:30Z; 2026-01-01T00:30+02:00 is 22:30Z.
    ['2025-12-31T23:30:00+01:00', 'counted'],
    ['2026-01-01T00:30:00+02:00', 'counted'],
  ])('of a date with time is read in Stockholm: %s → %s', (cell, expected) => {
    expect(becomes(cell, 'date-time')).toBe(expected);
  });

  // A date-only cell holds midnight of the list's own time zone; + 12 h gives the same date in every zone.
  test.each([
    ['2024-12-31T22:00:00Z', 'counted', 'Helsinki writes 1 January 2025'],
    ['2024-12-31T23:00:00Z', 'counted', 'Stockholm writes 1 January 2025'],
    ['2025-01-01T00:00:00Z', 'counted', 'Greenwich writes 1 January 2025'],
    ['2025-01-01T08:00:00Z', 'counted', 'Los Angeles writes 1 January 2025'],
    ['2025-12-31T08:00:00Z', 'counted', 'Los Angeles writes 31 December 2025'],
    ['2025-12-31T22:00:00Z', 'other-year', 'Helsinki writes 1 January 2026'],
    ['2024-12-30T23:00:00Z', 'other-year', 'Stockholm writes 31 December 2024'],
  ])('of a date alone is the UTC date twelve hours on: %s → %s, %s', (cell, expected) => {
    expect(becomes(cell, 'date')).toBe(expected);
  });

  test.each([
    [2025, 'number', 'counted'],
    ['2025', 'text', 'counted'],
    [' 2025 ', 'choice', 'counted'],
    [2024, 'number', 'other-year'],
    ['2025-03-01', 'text', 'counted'],
    ['', 'number', 'year-missing'],
    [null, 'date', 'year-missing'],
    ['2025/2026', 'text', 'year-unreadable'],
    [2025.5, 'number', 'year-unreadable'],
    [25, 'number', 'year-unreadable'],
    ['2025-02-30', 'date', 'year-unreadable'],
    [true, 'boolean', 'year-unreadable'],
  ] as const)('of the cell %j in a %s column: %s', (cell, kind, expected) => {
    expect(becomes(cell, kind)).toBe(expected);
  });

  test('that is blank sets the row aside: it is in no count, with no silent fallback', () => {
    const { result } = sampleYear({
      rows: { initiativ: [initiative(1), initiative(2, 'paused', { Year: '' })], nytta: [] },
    });
    // 1 of 1, not 1 of 2.
    expect(result.figures.delivery.figure).toMatchObject({ shown: '10.0' });
    expect(result.findings).toMatchObject([{ rule: 'year-missing', rowIds: ['2'] }]);
    expect(result.year).toBe(YEAR);
  });
});
