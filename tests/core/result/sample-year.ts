import { MATURITY_AREA_IDS } from '#core/result/figure-ids.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { settingsSchema, type Settings } from '#core/settings/settings-schema.ts';
import { computeOf, type Circumstances } from '../support/compute.ts';

export const YEAR = 2025;

export type Fields = Readonly<Record<string, unknown>>;
export type SampleRows = Readonly<Record<SampleSource, readonly Fields[]>>;
export type SampleSource = 'enheter' | 'enkat' | 'dimios' | 'initiativ' | 'nytta' | 'omvarld';
type Words = Readonly<Record<string, unknown>>;

/** What a test changes of the sample municipality; mappings are laid over the sample's own. */
export interface SampleChange {
  readonly method?: Words;
  readonly mapping?: Partial<Readonly<Record<SampleSource, Words>>>;
  readonly source?: Partial<Readonly<Record<SampleSource, Words>>>;
  readonly publishedFigures?: readonly Words[];
  readonly publishedUnits?: readonly Words[];
  readonly nationalMaturity?: readonly Words[];
  /** Sources that serve the year a second time: copies of the sample's own, under another id. */
  readonly twice?: readonly SampleSource[];
  readonly without?: readonly SampleSource[];
  readonly rows?: Partial<SampleRows>;
}

const same = (words: readonly string[]) => Object.fromEntries(words.map((word) => [word, word]));
const location = { kind: 'sharepoint-list', siteId: 's', siteName: 'S', listId: 'l', listName: 'L' };

const MAPPINGS: Readonly<Record<SampleSource, Words>> = {
  enheter: { id: 'UnitId', name: 'UnitName', parent: 'Parent', invited: 'Invited' },
  enkat: { form: 'answers', answer: 'Answer', unit: 'Unit', year: 'Year' },
  dimios: {
    respondent: 'Person',
    statement: 'Statement',
    area: 'Area',
    answer: 'Score',
    year: 'Year',
    areas: same(MATURITY_AREA_IDS),
  },
  initiativ: {
    businessId: 'Number',
    title: 'Title',
    status: 'Status',
    year: 'Year',
    portfolioObject: 'Object',
    innovationEfficiency: 'Innovation',
    operationalStrategic: 'Strategic',
    externalInternal: 'Internal',
    statuses: same(['proposed', 'decided', 'ongoing', 'realised', 'paused', 'cancelled']),
  },
  nytta: {
    businessId: 'Number',
    title: 'Title',
    yearRule: 'column',
    year: 'Year',
    baseline: 'Baseline',
    expected: 'Expected',
    measured: 'Measured',
    weight: 'Weight',
    kind: 'Kind',
    initiative: 'Initiative',
    portfolioObject: 'Object',
    kinds: same(['qualitative', 'resource-releasing', 'financial']),
  },
  omvarld: { title: 'Title', horizon: 'Horizon', impact: 'Impact' },
};

const TOPICS = {
  enheter: { topic: 'units' },
  enkat: { topic: 'employee-survey', closesOn: '2025-10-31' },
  dimios: { topic: 'maturity', invited: { '2024': 6, '2025': 6 } },
  initiativ: { topic: 'initiatives' },
  nytta: { topic: 'benefits' },
  omvarld: { topic: 'trends' },
} as const;

export function sampleSettings(change: SampleChange = {}): Settings {
  const { twice = [], without = [] } = change;
  const sources = Object.entries(TOPICS)
    .filter(([id]) => !without.includes(id as SampleSource))
    .map(([id, topic]) => ({
      id,
      location,
      ...topic,
      ...change.source?.[id as SampleSource],
      mapping: { ...MAPPINGS[id as SampleSource], ...change.mapping?.[id as SampleSource] },
    }));
  const copies = sources.filter(({ id }) => twice.includes(id as SampleSource));
  return settingsSchema.parse({
    organisationName: 'Provköping',
    method: change.method ?? {},
    years: [2024, 2025],
    sources: [...sources, ...copies.map((source) => ({ ...source, id: `${source.id}-2` }))],
    publishedFigures: change.publishedFigures ?? [],
    publishedUnits: change.publishedUnits ?? [],
    nationalMaturity: change.nationalMaturity ?? [],
  });
}

/** `of` rows of an employee survey, 3 and 4 in turn. */
export function answers(of: number, unit: unknown = 'A', year: unknown = YEAR): Fields[] {
  return Array.from({ length: of }, (_, index) => ({ Answer: 3 + (index % 2), Unit: unit, Year: year }));
}

/** One statement per area from each of `persons`; everybody answers alike. */
export function maturityAnswers(persons: number, score: unknown = 3, year: unknown = YEAR): Fields[] {
  return Array.from({ length: persons }, (_, person) =>
    MATURITY_AREA_IDS.map((Area) => ({
      Person: `P${person}`,
      Statement: `S ${Area}`,
      Area,
      Score: score,
      Year: year,
    })),
  ).flat();
}

export function initiative(number: number, Status: unknown = 'realised', fields: Fields = {}): Fields {
  return { Number: `I-${number}`, Title: `Initiativ ${number}`, Status, Year: YEAR, ...fields };
}

export function benefit(number: number, Measured: unknown = 50, fields: Fields = {}): Fields {
  const numbers = { Baseline: 0, Expected: 100, Measured };
  return {
    Number: `N-${number}`,
    Title: `Nytta ${number}`,
    Year: YEAR,
    Kind: 'financial',
    ...numbers,
    ...fields,
  };
}

/**
 * A year without a finding. Employee item: 12 answers 3, 4, … = mean 3.5 = 70 %; 12 of 20 invited = 60 %. Maturity: all
 * answer 3 of 6 = 50 %. Preconditions (70 + 50)/2/10 = 6. Delivery 4 of 5 = 8. Benefit (50 + 100)/2 % = 7.5. Index 21.5/3.
 */
export const SAMPLE_ROWS: SampleRows = {
  enheter: [
    { UnitId: 'A', UnitName: 'Enhet A', Invited: 20 },
    { UnitId: 'B', UnitName: 'Enhet B', Invited: 0 },
  ],
  enkat: answers(12),
  dimios: maturityAnswers(6),
  initiativ: [1, 2, 3, 4].map((number) => initiative(number)).concat(initiative(5, 'paused')),
  nytta: [benefit(1, 50, { Initiative: 'I-1' }), benefit(2, 100)],
  omvarld: [{ Title: 'Trend', Horizon: 'Nu', Impact: 3 }],
};

/** The sample municipality, with what a test changes of it, computed. */
export function sampleYear(change: SampleChange = {}, circumstances: Circumstances = {}, year = YEAR) {
  return computeOf(sampleSettings(change), year, { ...SAMPLE_ROWS, ...change.rows }, circumstances);
}

export function sampleResult(
  change: SampleChange = {},
  circumstances: Circumstances = {},
  year = YEAR,
): IndexResult {
  return sampleYear(change, circumstances, year).result;
}

/** The sample with every year of its rows set, so that another year can be computed. */
export function rowsOfYear(year: number, rows: SampleRows = SAMPLE_ROWS): SampleRows {
  const moved = Object.entries(rows).map(([id, of]) => [
    id,
    of.map((row) => ('Year' in row ? { ...row, Year: year } : row)),
  ]);
  return Object.fromEntries(moved) as SampleRows;
}
