import { describe, expect, it } from 'vitest';
import { migrateResult, UnknownResultVersionError } from '#core/result/migrate-result.ts';
import { indexResultSchema, RESULT_SCHEMA_VERSION } from '#core/result/result-schema.ts';
import { maturityAnswers, sampleResult, YEAR } from './sample-year.ts';

const result = sampleResult({
  mapping: { dimios: { unit: 'Unit' } },
  rows: {
    enheter: [
      { UnitId: 'A', UnitName: 'Enhet A', Invited: 20 },
      { UnitId: 'B', UnitName: 'Enhet B', Parent: 'A', Invited: 20 },
    ],
    dimios: maturityAnswers(12).map((row) => ({ ...row, Unit: 'B', Year: YEAR })),
  },
});

function without(from: object, ...names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));
}

/** The same result as version 1 wrote it. */
function asVersion1(): Record<string, unknown> {
  const { employeeSurvey, maturity } = result;
  return {
    ...without(result, 'uncertainty'),
    schemaVersion: 1,
    employeeSurvey: {
      ...employeeSurvey,
      units: employeeSurvey.units.map((unit) => without(unit, 'difference')),
    },
    maturity: {
      ...without(maturity, 'unitsFrom', 'national', 'openAreas', 'openStatements'),
      units: maturity.units.map((unit) =>
        without(unit, 'parentId', 'depth', 'origin', 'publishedIn', 'difference'),
      ),
    },
  };
}

/** The same result as version 2 wrote it. */
function asVersion2(): Record<string, unknown> {
  const { maturity } = result;
  const units = maturity.units.map((unit) => without(unit, 'origin', 'publishedIn', 'difference'));
  return {
    ...result,
    schemaVersion: 2,
    maturity: { ...without(maturity, 'unitsFrom', 'national', 'openAreas', 'openStatements'), units },
  };
}

describe('a stored result', () => {
  it('of this version is left as it is', () => {
    expect(migrateResult(result)).toBe(result);
  });

  it('of version 1 gets what it lacked, as missing, and keeps its hash', () => {
    const migrated = migrateResult(asVersion1());
    expect(indexResultSchema.parse(migrated)).toEqual(migrated);
    expect(migrated.schemaVersion).toBe(RESULT_SCHEMA_VERSION);
    expect(migrated.hash).toBe(result.hash);
    expect(migrated.figures).toEqual(result.figures);
    expect(migrated.uncertainty.index.interval).toEqual({ kind: 'absent', reason: 'missing' });
    expect(migrated.maturity.units).toEqual(result.maturity.units);
    expect(migrated.maturity.units.map(({ id, parentId, depth }) => [id, parentId, depth])).toEqual([
      ['A', null, 0],
      ['B', 'A', 1],
    ]);
  });

  it('of version 2 is compared with no country, and its units are counted ones', () => {
    const migrated = migrateResult(asVersion2());
    expect(indexResultSchema.parse(migrated)).toEqual(migrated);
    // How many answered each part was not stored, so none of them leaves the tab.
    expect(migrated).toEqual({
      ...result,
      maturity: { ...result.maturity, openAreas: null, openStatements: [] },
    });
  });

  it('of a version that is not known yet is refused rather than misread', () => {
    expect(() => migrateResult({ ...result, schemaVersion: 99 })).toThrow(UnknownResultVersionError);
    expect(() => migrateResult({})).toThrow(UnknownResultVersionError);
  });
});
