import type { TenantFieldValue } from '../graph/tenant-content.ts';
import {
  ANSWER_CHOICES,
  DECLARED_SURVEYS,
  DO_NOT_KNOW,
  SAMPLE_YEARS,
  type SampleYear,
} from './declared/survey.ts';
import { DECLARED_UNITS } from './declared/units.ts';
import { SURVEY_COLUMNS } from './names.ts';
import { repeated, seeded, shuffled, type Random } from './spread.ts';
import { unitRowId } from './unit-rows.ts';

type Row = Readonly<Record<string, TenantFieldValue>>;

/** How strongly a unit's lean sorts the answers; the rest is chance. */
const LEAN_STRENGTH = 0.9;

/**
 * One row per answer of a year. The year's counts are shared out over the units so that each unit has the number
 * declared for it; units that lean upward get more of the high answers.
 */
export function surveyRows(year: SampleYear, personIds: readonly string[]): Row[] {
  const random = seeded(year);
  const { counts, doNotKnow, blank } = DECLARED_SURVEYS[year];
  const answers = repeated(counts.map((count, index) => [index + 1, count] as const));
  const places = placesOf(year, answers.length);
  const ranked = places
    .map((unitId) => ({ unitId, rank: rankOf(unitId, random) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ unitId }, index) => row(unitId, cellOf(answers[index] ?? 3, random), personIds, random));
  const withoutAnswer = repeated([
    [DO_NOT_KNOW, doNotKnow],
    [null, blank],
  ] as const).map((cell) => row(pick(DECLARED_UNITS, random).id, cell, personIds, random));
  return shuffled([...ranked, ...withoutAnswer], random);
}

/** Where each answer was given; what the units do not account for names no unit. */
function placesOf(year: SampleYear, total: number): (string | null)[] {
  const index = SAMPLE_YEARS.indexOf(year);
  const places: (string | null)[] = repeated(
    DECLARED_UNITS.map(({ id, answers }) => [id, answers[index] ?? 0] as const),
  );
  while (places.length < total) places.push(null);
  return places;
}

function rankOf(unitId: string | null, random: Random): number {
  const lean = DECLARED_UNITS.find(({ id }) => id === unitId)?.lean ?? 0;
  return lean * LEAN_STRENGTH + (random() + random() + random() - 1.5) * 2;
}

function cellOf(answer: number, random: Random): TenantFieldValue {
  return random() < 0.1 ? String(answer) : (ANSWER_CHOICES[answer - 1] ?? null);
}

/** Comments and names stand beside the answer, as in real lists: the product must never ask for them. */
function row(
  unitId: string | null,
  answer: TenantFieldValue,
  personIds: readonly string[],
  random: Random,
): Row {
  return {
    [SURVEY_COLUMNS.answer]: answer,
    [`${SURVEY_COLUMNS.unit}LookupId`]: unitId === null ? null : unitRowId(unitId),
    [`${SURVEY_COLUMNS.respondent}LookupId`]: pick(personIds, random),
    [SURVEY_COLUMNS.comment]: random() < 0.05 ? 'HEMLIG-KOMMENTAR: systemet är för långsamt.' : null,
  };
}

function pick<T>(values: readonly T[], random: Random): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
}
