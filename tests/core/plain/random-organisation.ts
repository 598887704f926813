import fc from 'fast-check';
import type { PlainOrganisation, PlainSettings } from './plain-method.ts';

const AREAS = ['efficiency', 'innovation', 'balancing', 'technology', 'users', 'organisation'];
const STATUSES = ['proposed', 'decided', 'ongoing', 'realised', 'paused', 'cancelled'];

/** A decimal with up to two places, as an admin would type it. */
const decimalText = (minimum: number, maximum: number) =>
  fc
    .integer({ min: minimum * 100, max: maximum * 100 })
    .map((hundredths) => (hundredths / 100).toFixed(hundredths % 100 === 0 ? 0 : 2));

const benefit = fc.record({
  year: fc.constantFrom(2024, 2025, 2025, 2025),
  baseline: fc.option(decimalText(-50, 50), { freq: 6 }),
  expected: decimalText(-50, 100),
  measured: fc.option(decimalText(-80, 150), { freq: 4 }),
  weight: fc.option(decimalText(-1, 5), { freq: 2 }),
});

/** Organisations as they could be, the empty and the odd ones included. */
export const randomOrganisation: fc.Arbitrary<PlainOrganisation> = fc.record({
  answers: fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 8 }), { maxLength: 60 }),
  maturity: fc
    .tuple(
      fc.array(
        fc.record({
          respondent: fc.integer({ min: 1, max: 12 }).map((number) => `R${number}`),
          area: fc.constantFrom(...AREAS),
          statement: fc.constantFrom('A', 'B', 'C'),
          answer: fc.integer({ min: 1, max: 6 }),
        }),
        { maxLength: 150 },
      ),
      fc.boolean(),
    )
    .map(([rows, everyArea]) => {
      const complete = AREAS.map((area) => ({ respondent: 'R0', area, statement: 'A', answer: 4 }));
      const all = everyArea ? [...rows, ...complete] : rows;
      // One answer per person and statement, and a statement belongs to one area.
      const unique = new Map(all.map((row) => [`${row.respondent}|${row.area}|${row.statement}`, row]));
      return [...unique.values()].map((row) => ({ ...row, statement: `${row.area} ${row.statement}` }));
    }),
  initiatives: fc.array(
    fc.record({
      status: fc.constantFrom(...STATUSES),
      year: fc.option(fc.constantFrom(2024, 2025, 2025, 2025), { freq: 9 }),
    }),
    { maxLength: 25 },
  ),
  benefits: fc.array(benefit, { maxLength: 20 }),
});

export const randomSettings: fc.Arbitrary<PlainSettings> = fc.record({
  employeeConversion: fc.constantFrom('share-of-max', 'range'),
  maturityNormalisation: fc.constantFrom('share-of-max', 'range'),
  maturityAggregation: fc.constantFrom('hierarchical', 'flat'),
  benefitCap: fc.constantFrom('1', '0.9', '0.5'),
  hasBaseline: fc.boolean(),
});
