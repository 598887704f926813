import { describe, expect, it } from 'vitest';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import { computeOf } from '../support/compute.ts';
import { answers, maturityAnswers, sampleSettings } from './sample-year.ts';

/** The sample municipality's surveys, with no column that tells the year of an answer. */
function yearsOf(years: readonly number[], year: number, computedYears: readonly number[] = [2024, 2025]) {
  const settings = sampleSettings({
    mapping: { enkat: { year: null }, dimios: { year: null } },
    source: { enkat: { years }, dimios: { years } },
  });
  const rows = { enkat: answers(40), dimios: maturityAnswers(12) };
  const { result } = computeOf(settingsSchema.parse({ ...settings, years: computedYears }), year, rows);
  return {
    figures: [result.figures.employeeMean.figure.kind, result.figures.maturityPercent.figure.kind],
    errors: result.findings
      .filter(({ severity, detail }) => severity === 'error' && detail['field'] === 'year')
      .map(({ rule, sourceId }) => `${sourceId} ${rule}`)
      .sort(),
    used: result.sources
      .filter(({ sourceId }) => sourceId !== 'enheter')
      .map(({ rowsUsed }) => (rowsUsed ?? 0) > 0),
  };
}

describe('a survey that does not tell the year of its answers', () => {
  it.each([[[]], [[2024, 2025]]])('is not scored where it serves more years than one: %j', (years) => {
    for (const year of [2024, 2025]) {
      const { figures, errors, used } = yearsOf(years, year);
      expect(used.filter(Boolean)).toEqual([]);
      expect(figures).toEqual(['absent', 'absent']);
      expect(errors).toEqual(['dimios column-unmapped', 'enkat column-unmapped']);
    }
  });

  it('is scored for the one year that it serves', () => {
    expect(yearsOf([2025], 2025)).toMatchObject({ figures: ['value', 'value'], errors: [] });
    expect(yearsOf([], 2025, [2025]).figures).toEqual(['value', 'value']);
  });
});
