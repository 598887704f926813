import { expect, it } from 'vitest';
import { withoutUnits } from '#core/masking/without-units.ts';
import { sampleResult, YEAR } from '../result/sample-year.ts';

it('whoever may not see units hears of none by name, in findings either', () => {
  const lastYear = sampleResult();
  const result = {
    ...sampleResult({
      publishedUnits: [{ year: YEAR, unit: 'Hemlig enhet', persons: 12, percent: '50', source: 'Rapport' }],
      mapping: { dimios: { unit: null } },
    }),
  };
  const unit = 'Enhet A';
  const changed = {
    ...result,
    findings: [
      ...result.findings,
      ...['units-changed', 'published-differs'].map((rule) => ({
        rule: rule as 'units-changed',
        severity: 'warning' as const,
        sourceId: null,
        column: null,
        valueClass: 'none' as const,
        count: 1,
        rowIds: [],
        detail: { unit },
      })),
    ],
  };
  expect(JSON.stringify(changed.findings)).toContain('Hemlig enhet');
  const told = JSON.stringify(withoutUnits(changed));
  expect(told).not.toContain('Hemlig enhet');
  expect(told).not.toContain(unit);
  expect(withoutUnits(lastYear).findings).toEqual(lastYear.findings);
});
