import { expect, test } from 'vitest';
import { figureChanges } from '#core/change/figure-changes.ts';
import { initiative, rowsOfYear, sampleResult } from '../result/sample-year.ts';

test('two years side by side: each figure with its change in its own unit, missing never zero', () => {
  const now = sampleResult();
  const rows = rowsOfYear(2024);
  const then = sampleResult(
    {
      rows: { ...rows, initiativ: rows.initiativ.concat(initiative(6, 'paused', { Year: 2024 })), nytta: [] },
      source: { enkat: { closesOn: '2024-10-31' } },
    },
    {},
    2024,
  );
  const changes = new Map(figureChanges(now, then).map((change) => [change.id, change]));
  expect(changes.get('decidedInitiatives')?.change).toMatchObject({ shown: '-1' });
  // 4/5 − 4/6 of ten
  expect(changes.get('delivery')?.change).toMatchObject({ shown: '1.33', exact: '4/3' });
  expect(changes.get('employeePercent')?.change).toMatchObject({ shown: '0.00' });
  expect(changes.get('benefit')?.change).toEqual({ kind: 'absent', reason: 'missing' });
});
