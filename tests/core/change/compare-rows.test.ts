import { expect, it } from 'vitest';
import { compareInitiatives } from '#core/change/compare-rows.ts';
import { initiative, SAMPLE_ROWS, sampleYear, YEAR } from '../result/sample-year.ts';

it('lists initiatives that came into the year, left it, or changed status', () => {
  const before = sampleYear().rows;
  const [first, second, ...others] = SAMPLE_ROWS.initiativ;
  const after = sampleYear({
    rows: {
      initiativ: [{ ...first, Year: YEAR - 1 }, { ...second, Status: 'paused' }, ...others, initiative(6)],
    },
  }).rows;
  const moves = compareInitiatives(before, after);
  expect(
    moves.map(({ title, move, statusBefore, statusAfter }) => [title, move, statusBefore, statusAfter]),
  ).toEqual([
    ['Initiativ 1', 'out-of-the-year', 'realised', null],
    ['Initiativ 2', 'status', 'realised', 'paused'],
    ['Initiativ 6', 'into-the-year', null, 'realised'],
  ]);
});

it('finds nothing between equal rows', () => {
  expect(compareInitiatives(sampleYear().rows, sampleYear().rows)).toEqual([]);
});
