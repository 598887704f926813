import type { TenantFieldValue } from '../graph/tenant-content.ts';
import { DECLARED_INITIATIVES, STATUS_WORDS, TITLE_STARTS, TITLE_SUBJECTS } from './declared/initiatives.ts';
import { SAMPLE_YEARS, type SampleYear } from './declared/survey.ts';
import { INITIATIVE_COLUMNS as COLUMNS } from './names.ts';
import { repeated, seeded, shuffled, type Random } from './spread.ts';

type Row = Readonly<Record<string, TenantFieldValue>>;
type Status = keyof typeof STATUS_WORDS;

/** The list's rows, oldest year first, and last the one that has lost its date. */
export function initiativeRows(personIds: readonly string[]): Row[] {
  const rows = SAMPLE_YEARS.flatMap((year) => rowsOfYear(year, personIds));
  return [
    ...rows,
    {
      Title: 'Gemensam kalender för nämnder',
      [COLUMNS.businessId]: 'INI-UTAN-DATUM',
      [COLUMNS.status]: 'Förslag',
      [COLUMNS.decidedOn]: null,
      [COLUMNS.portfolioObject]: 'Ledning och styrning',
      [`${COLUMNS.responsible}LookupId`]: personIds[0] ?? null,
    },
  ];
}

/** The list item ids of a year's initiatives. */
export function initiativeRowIds(year: SampleYear): string[] {
  const before = SAMPLE_YEARS.filter((earlier) => earlier < year).reduce(
    (sum, earlier) => sum + sizeOf(earlier),
    0,
  );
  return Array.from({ length: sizeOf(year) }, (_, index) => String(before + index + 1));
}

function sizeOf(year: SampleYear): number {
  return Object.values(DECLARED_INITIATIVES[year].statuses).reduce((sum, count) => sum + count, 0);
}

function rowsOfYear(year: SampleYear, personIds: readonly string[]): Row[] {
  const random = seeded(year * 13);
  const declared = DECLARED_INITIATIVES[year];
  const statuses = repeated(Object.entries(declared.statuses) as [Status, number][]);
  const decided = shuffled(
    statuses.filter((status) => status !== 'proposed'),
    random,
  );
  const objects = shuffled(repeated(Object.entries(declared.objects)), random);
  const onScale = (counts: readonly number[]) =>
    shuffled(repeated(counts.map((count, index) => [index + 1, count] as const)), random);
  const scales = {
    innovationEfficiency: onScale(declared.innovationEfficiency),
    operationalStrategic: onScale(declared.operationalStrategic),
    externalInternal: onScale(declared.externalInternal),
  };
  const ofDecided = decided.map((status, index) =>
    row(year, index, status, objects[index] ?? '', random, personIds, {
      [COLUMNS.innovationEfficiency]: scales.innovationEfficiency[index] ?? null,
      [COLUMNS.operationalStrategic]: scales.operationalStrategic[index] ?? null,
      [COLUMNS.externalInternal]: scales.externalInternal[index] ?? null,
    }),
  );
  const proposed = Array.from({ length: declared.statuses.proposed }, (_, index) =>
    row(year, decided.length + index, 'proposed', 'Ledning och styrning', random, personIds, {}),
  );
  return [...ofDecided, ...proposed];
}

function row(
  year: SampleYear,
  index: number,
  status: Status,
  portfolioObject: string,
  random: Random,
  personIds: readonly string[],
  scales: Row,
): Row {
  const words: readonly string[] = STATUS_WORDS[status];
  const start = TITLE_STARTS[index % TITLE_STARTS.length] ?? '';
  const subject = TITLE_SUBJECTS[(index * 3 + year) % TITLE_SUBJECTS.length] ?? '';
  const stage = Math.floor(index / (TITLE_STARTS.length * 2)) + 1;
  return {
    Title: stage === 1 ? `${start} ${subject}` : `${start} ${subject}, etapp ${stage}`,
    [COLUMNS.businessId]: `INI-${year}-${String(index + 1).padStart(3, '0')}`,
    [COLUMNS.status]: words[Math.floor(random() * words.length)] ?? null,
    [COLUMNS.decidedOn]: swedishDay(year, index),
    [COLUMNS.portfolioObject]: portfolioObject,
    [`${COLUMNS.responsible}LookupId`]: personIds[index % personIds.length] ?? null,
    ...scales,
  };
}

/**
 * A day of the year as a date-only column of a Swedish site keeps it: local midnight, so 22:00 or 23:00 UTC of the day
 * before. The first initiative of each year is decided on 1 January, which is stored in the year before.
 */
function swedishDay(year: SampleYear, index: number): string {
  const day = new Date(Date.UTC(year, 0, 1 + ((index * 4) % 360)));
  const isSummer = day.getUTCMonth() >= 3 && day.getUTCMonth() <= 9;
  return new Date(day.getTime() - (isSummer ? 2 : 1) * 3_600_000).toISOString().replace('.000Z', 'Z');
}
