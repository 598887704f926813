import fc from 'fast-check';
import { INITIATIVE_STATUSES, MATURITY_AREA_IDS } from '#core/result/figure-ids.ts';
import type { ListRow } from '#core/result/intake.ts';
import { YEAR, type Fields, type SampleRows, type SampleSource } from './sample-year.ts';

export type NumberedRows = Readonly<Record<SampleSource, readonly ListRow[]>>;

const unit = fc.constantFrom('A', 'B', 'C', ' a ', 'okänd', '', null);
const year = fc.constantFrom(YEAR, YEAR, YEAR, String(YEAR), 2024, '', 'i fjol');
const surveyAnswer = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom('4,0', 'Vet ej', '', 6, 'ja', [4]) },
);
const twoDecimals = (min: number, max: number) =>
  fc
    .integer({ min: min * 100, max: max * 100 })
    .map((hundredths) => String(hundredths / 100).replace('.', ','));
const place = fc.constantFrom(1, 2, 3, '3,5', 5, 6, null);

/** A year of list rows with what lists have: other years, blanks, unknown words, doubles. Every initiative has its own name. */
export const randomRows: fc.Arbitrary<SampleRows> = fc.record({
  enheter: fc.subarray(
    [
      { UnitId: 'A', UnitName: 'Enhet A', Parent: 'B', Invited: 30 },
      { UnitId: 'B', UnitName: 'Enhet B', Invited: 10 },
      { UnitId: 'C', UnitName: 'Enhet C', Parent: 'X', Invited: '' },
      { UnitId: 'B', UnitName: 'Enhet B igen', Parent: 'A' },
    ],
    { minLength: 1 },
  ),
  enkat: fc.array(fc.record({ Answer: surveyAnswer, Unit: unit, Year: year }), { maxLength: 60 }),
  dimios: fc
    .array(
      fc.record({
        Person: fc.constantFrom('P1', 'P2', 'p1', 'P3', 'P4', 'P5', 'P6', ''),
        Statement: fc.constantFrom('S', ' s ', 'T', ''),
        Area: fc.constantFrom(...MATURITY_AREA_IDS, 'okänt'),
        Score: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 'Vet ej'),
        Year: year,
      }),
      { maxLength: 60 },
    )
    .map((rows) => [...everyArea(6), ...rows]),
  initiativ: fc
    .array(
      fc.record({
        Status: fc.constantFrom(...INITIATIVE_STATUSES, 'realised', 'okänd'),
        Year: year,
        Object: fc.constantFrom('Skola', 'Omsorg', ''),
        Innovation: place,
        Strategic: place,
        Internal: place,
      }),
      { maxLength: 20 },
    )
    .map((rows) => rows.map((row, index) => ({ ...row, Number: `I-${index}`, Title: `Initiativ ${index}` }))),
  nytta: fc.array(
    fc.record({
      Number: fc.constantFrom('N-1', 'N-2', ''),
      Title: fc.constantFrom('Nytta', ''),
      Year: year,
      Kind: fc.constantFrom('financial', 'qualitative', 'annat'),
      Baseline: fc.oneof(twoDecimals(-5, 5), fc.constantFrom('', 'nej')),
      Expected: twoDecimals(-5, 10),
      Measured: fc.oneof(twoDecimals(-10, 20), fc.constantFrom('', null)),
      Weight: fc.constantFrom('', 0, 1, '2,5', -1),
      Initiative: fc.constantFrom('I-0', 'initiativ 1', 'I-99', ''),
      Object: fc.constantFrom('Skola', 'Omsorg', ''),
    }),
    { maxLength: 20 },
  ),
  omvarld: fc.array(
    fc.record({
      Title: fc.constant('Trend'),
      Horizon: fc.constantFrom('Nu', '?'),
      Impact: fc.constantFrom(1, 9),
    }),
    { maxLength: 5 },
  ),
});

/** One answer per area from each of `persons` persons, so that no area is empty. */
function everyArea(persons: number): Fields[] {
  return Array.from({ length: persons }, (_, person) =>
    MATURITY_AREA_IDS.map((Area) => ({ Person: `R${person}`, Statement: 'S', Area, Score: 4, Year: YEAR })),
  ).flat();
}

export function numbered(rows: SampleRows): NumberedRows {
  const withIds = Object.entries(rows).map(([id, of]) => [
    id,
    of.map((fields, index): ListRow => ({ id: String(index + 1), fields })),
  ]);
  return Object.fromEntries(withIds) as NumberedRows;
}

/** The same rows of a complete year: everything that an index needs is there, whatever else is. */
export const completeRows: fc.Arbitrary<SampleRows> = randomRows.map((rows) => ({
  ...rows,
  enkat: [...rows.enkat, ...[2, 3, 3, 4, 3, 4].map((Answer) => ({ Answer, Unit: 'B', Year: YEAR }))],
  initiativ: [...rows.initiativ, { Number: 'I-100', Title: 'Klart', Status: 'realised', Year: YEAR }],
  nytta: [
    ...rows.nytta,
    { Number: 'N-100', Title: 'Nytta', Year: YEAR, Kind: 'financial', Baseline: 0, Expected: 4, Measured: 1 },
  ],
}));
