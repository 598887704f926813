import { createMaturityIntake } from '#core/maturity/maturity-intake.ts';
import type { MaturityTally } from '#core/maturity/maturity-tally.ts';
import type { ColumnFacts, ListRow } from '#core/result/intake.ts';
import { MATURITY_AREA_IDS, type MaturityArea } from '#core/result/figure-ids.ts';
import { DEFAULT_METHOD_SETTINGS, type MethodSettings } from '#core/settings/method-settings.ts';
import { maturitySourceSchema, type MaturitySource } from '#core/settings/source-settings.ts';

export const COLUMNS: readonly ColumnFacts[] = [
  { name: 'Person', displayName: 'Person', kind: 'person' },
  { name: 'Statement', displayName: 'Påstående', kind: 'text' },
  { name: 'Area', displayName: 'Område', kind: 'choice' },
  { name: 'Answer', displayName: 'Svar', kind: 'number' },
  { name: 'Unit', displayName: 'Enhet', kind: 'text' },
  { name: 'Year', displayName: 'År', kind: 'number' },
];

export const maturitySource: MaturitySource = maturitySourceSchema.parse({
  id: 'dimios',
  topic: 'maturity',
  location: { kind: 'sharepoint-list', siteId: 's', siteName: 'S', listId: 'l', listName: 'L' },
  closesOn: '2025-10-31',
  invited: { '2025': 220 },
  mapping: {
    respondent: 'Person',
    statement: 'Statement',
    area: 'Area',
    answer: 'Answer',
    unit: 'Unit',
    year: 'Year',
    areas: {
      Effektivitet: 'efficiency',
      Innovation: 'innovation',
      Balansering: 'balancing',
      Teknik: 'technology',
      Användare: 'users',
      Organisation: 'organisation',
    },
  },
});

const AREA_WORDS: Readonly<Record<MaturityArea, string>> = {
  efficiency: 'Effektivitet',
  innovation: 'Innovation',
  balancing: 'Balansering',
  technology: 'Teknik',
  users: 'Användare',
  organisation: 'Organisation',
};

/** One answer as a test states it. */
export interface Said {
  readonly person: number;
  readonly area: MaturityArea;
  readonly statement?: string;
  readonly answer: unknown;
  readonly unit?: string;
  readonly year?: unknown;
}

export function rowOf(said: Said, id: number): ListRow {
  return {
    id: String(id),
    fields: {
      PersonLookupId: String(said.person),
      Statement: said.statement ?? 'Vi mäter nyttan',
      Area: AREA_WORDS[said.area],
      Answer: said.answer,
      ...(said.unit !== undefined && { Unit: said.unit }),
      Year: said.year ?? 2025,
    },
  };
}

export function tallyOf(
  rows: readonly ListRow[],
  method: MethodSettings = DEFAULT_METHOD_SETTINGS,
  source: MaturitySource = maturitySource,
): MaturityTally {
  const intake = createMaturityIntake(source, method, 2025);
  intake.open(COLUMNS);
  for (const row of rows) intake.addRow(row);
  return intake.tally();
}

/** One answer per area from each of `persons` persons. */
export function everyArea(persons: number, answer: (person: number, area: MaturityArea) => unknown): Said[] {
  return Array.from({ length: persons }, (_, person) =>
    MATURITY_AREA_IDS.map((area) => ({ person: person + 1, area, answer: answer(person + 1, area) })),
  ).flat();
}
