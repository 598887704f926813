import { locationName } from '#core/settings/source-location.ts';
import type { Figure } from './figure.ts';
import type { ScoredYear } from './score-year.ts';
import type { ColumnFacts } from './intake.ts';
import type { YearIntakes } from './intakes.ts';
import type { SourceReading } from './source-reading-schema.ts';

/** What the reader knows of a list that it read. */
export interface ListReading {
  readonly name: string;
  readonly webUrl: string | null;
  /** The address of one row, for the way from a figure into SharePoint; null where there is none. */
  readonly itemUrl: ((rowId: string) => string) | null;
  readonly eTag: string | null;
  readonly lastChangedAt: string | null;
  readonly readAt: string;
  /** What the columns that were read are now. */
  readonly columns?: readonly ColumnFacts[];
  /** Mapped columns that the list no longer has, where the figures can do without. */
  readonly missingColumns?: readonly string[];
}

type Counts = Readonly<Record<'rowsUsed' | 'rowsLeftOut' | 'rowsSetAside', number>>;
type AllCounts = Pick<SourceReading, 'rowsRead' | keyof Counts>;

/** Each source with how many of its rows were read, used, left out and set aside: every row is one of the three. */
export function sourceReadings(
  intakes: YearIntakes,
  scored: ScoredYear,
  readings: ReadonlyMap<string, ListReading>,
  now: string,
): readonly SourceReading[] {
  const counts = countsBySource(intakes, scored);
  return intakes.all.map((intake): SourceReading => {
    const { source } = intake;
    const reading = readings.get(source.id);
    return {
      sourceId: source.id,
      topic: source.topic,
      name: reading?.name ?? locationName(source.location),
      webUrl: reading?.webUrl ?? null,
      eTag: reading?.eTag ?? null,
      lastChangedAt: reading?.lastChangedAt ?? null,
      readAt: reading?.readAt ?? now,
      ...openCounts(
        {
          rowsRead: intake.rowsRead(),
          ...(counts.get(source.id) ?? { rowsUsed: 0, rowsLeftOut: intake.rowsRead(), rowsSetAside: 0 }),
        },
        countsTold(source.topic, scored),
      ),
    };
  });
}

/**
 * A survey's rows are its answers: they are counted out only where the organisation's own number is told, and in the same
 * steps of ten while the round is open. METHOD.md section 6, rules 1 and 7.
 */
function countsTold(
  topic: SourceReading['topic'],
  { survey, maturity }: Pick<ScoredYear, 'survey' | 'maturity'>,
): 'all' | 'read-in-tens' | 'none' {
  const told = (count: Figure) =>
    count.kind === 'absent' && (count.reason === 'suppressed' || count.reason === 'pending') ? 'none' : 'all';
  if (topic === 'maturity') return told(maturity.respondents);
  if (topic !== 'employee-survey') return 'all';
  return survey.closed ? told(survey.score.n) : 'read-in-tens';
}

function openCounts(
  counts: Counts & { readonly rowsRead: number },
  told: ReturnType<typeof countsTold>,
): AllCounts {
  if (told === 'all') return counts;
  const rowsRead = told === 'none' ? null : Math.floor(counts.rowsRead / 10) * 10;
  return { rowsRead, rowsUsed: null, rowsLeftOut: null, rowsSetAside: null };
}

function countsBySource(intakes: YearIntakes, scored: ScoredYear): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  const put = (id: string, rowsRead: number, rowsUsed: number, rowsSetAside: number) =>
    counts.set(id, { rowsUsed, rowsSetAside, rowsLeftOut: rowsRead - rowsUsed - rowsSetAside });
  for (const intake of intakes.of('units')) {
    const { entries, setAside } = intake.tally();
    put(intake.source.id, intake.rowsRead(), entries.length, setAside);
  }
  for (const topic of ['employee-survey', 'maturity'] as const) {
    // One source serves a year; the rows of others enter no figure.
    const [intake] = intakes.of(topic);
    if (!intake) continue;
    const { used, setAside } = intake.tally();
    put(intake.source.id, intake.rowsRead(), used, setAside);
  }
  for (const [index, intake] of intakes.of('initiatives').entries()) {
    const used = scored.initiatives.filter(
      ({ sourceId, status }) => sourceId === intake.source.id && status !== null && status !== 'proposed',
    ).length;
    put(intake.source.id, intake.rowsRead(), used, scored.initiativesTallies[index]?.setAside ?? 0);
  }
  for (const [index, intake] of intakes.of('benefits').entries()) {
    const used = scored.benefits.filter(
      ({ sourceId, measured }) => sourceId === intake.source.id && measured !== null,
    ).length;
    put(intake.source.id, intake.rowsRead(), used, scored.benefitsTallies[index]?.setAside ?? 0);
  }
  for (const intake of intakes.of('trends')) {
    const { trends } = intake.tally();
    put(intake.source.id, intake.rowsRead(), trends.length, 0);
  }
  return counts;
}
