import { describe, expect, it } from 'vitest';
import { numbersFrom, below } from '../masking/random-organisation.ts';
import { packJson, unpackJson } from '../../../api/src/adapters/tables/packed-json.ts';
import { answers, sampleResult, YEAR } from './sample-year.ts';

const UNITS = 300;
/** What one entity of Azure Tables may hold. */
const ENTITY_BYTES = 1024 * 1024;

describe('the result of a municipality with 300 units', () => {
  const next = numbersFrom(300);
  const result = sampleResult({
    rows: {
      // Four levels, ten to a parent, with names as long as such names are.
      enheter: Array.from({ length: UNITS }, (_, index) => ({
        UnitId: `EKV-${1000 + index}`,
        UnitName: `Enheten för verksamhetsutveckling och stöd ${index}`,
        Parent: index === 0 ? null : `EKV-${1000 + Math.floor((index - 1) / 10)}`,
        Invited: 40,
      })),
      enkat: Array.from({ length: UNITS }, (_, index) =>
        answers(below(next, 40), `EKV-${1000 + index}`, YEAR).map((row) => ({
          ...row,
          Answer: 1 + below(next, 5),
        })),
      ).flat(),
    },
  });

  it('fits in one Table entity as it is stored, and comes back as it was', async () => {
    expect(result.employeeSurvey.units).toHaveLength(UNITS);
    expect(result.employeeSurvey.units.filter(({ n }) => n.kind === 'value').length).toBeGreaterThan(100);
    const entities = await packJson(result);
    const bytes = entities
      .flatMap((entity) => Object.values(entity))
      .reduce((sum, part) => sum + part.byteLength, 0);
    expect(entities).toHaveLength(1);
    // Far from the limit, so that a larger organisation has room too.
    expect(bytes).toBeLessThan(ENTITY_BYTES / 10);
    expect(await unpackJson(entities)).toEqual(result);
  });
});
