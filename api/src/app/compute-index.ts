import type { ProblemCode } from '#core/contracts/problem.ts';
import { neededColumns } from '#core/settings/needed-columns.ts';
import { startComputation, type Computation, type FinishedYear } from '#core/result/compute-result.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { SourceIntake } from '#core/result/intake.ts';
import type { ListReading } from '#core/result/source-readings.ts';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { locationName } from '#core/settings/source-location.ts';
import type { Clock } from './ports/clock.ts';
import type { OpenedList, SourceReader } from './ports/list-reader.ts';
import { ProblemError, WaitError } from './errors.ts';

/** Problems that pass by themselves: worth a new attempt rather than a result without the source. */
const TEMPORARY: ReadonlySet<ProblemCode> = new Set([
  'graph-throttled',
  'graph-unavailable',
  'graph-broken-answer',
  'graph-unauthenticated',
  'storage-unavailable',
]);

/** How far a reading has come. */
export interface ReadingProgress {
  readonly phase: 'reading' | 'computing';
  readonly sourceName: string | null;
  /** Rows of all sources so far. */
  readonly rowsRead: number;
}

export interface ComputeIndexInput {
  readonly tenantId: string;
  readonly year: number;
  readonly stored: StoredSettings;
  /** The last result of the same year, and the year before's. */
  readonly previous: IndexResult | null;
  readonly lastYear: IndexResult | null;
  /** What anybody may have seen of the year: what the result is masked and audited against. */
  readonly earlier: readonly IndexResult[];
  /** Told at the start of each source, after each page, and before the computing; throws to stop the work. */
  readonly report: (progress: ReadingProgress) => void;
}

export type ComputeIndex = (input: ComputeIndexInput) => Promise<FinishedYear>;

/**
 * Reads every source of a year and computes its result. Rows are tallied as their pages arrive, so memory does not grow
 * with them. A source that can't be read fails the whole, since a result of half the sources would be a wrong one; but one that
 * enters no figure (trends), and columns that the figures can do without, are findings that keep the year from being published.
 *
 * @throws ProblemError naming the source's problem
 */
export function createComputeIndex(lists: SourceReader, clock: Clock): ComputeIndex {
  return async ({ tenantId, year, stored, previous, lastYear, earlier, report }) => {
    const computation = startComputation(stored.settings, stored.version, year);
    const readings = await readSources(lists, clock, tenantId, [computation], report);
    const rowsRead = computation.intakes.reduce((sum, intake) => sum + intake.rowsRead(), 0);
    report({ phase: 'computing', sourceName: null, rowsRead });
    return computation.finish({ now: clock.now().toISOString(), readings, previous, lastYear, earlier });
  };
}

/**
 * Feeds the rows of every source to computings of one year, each row to all of them.
 *
 * @param computations of the same sources, under whatever settings else
 * @returns what is known of each list, by source id
 */
export async function readSources(
  lists: SourceReader,
  clock: Clock,
  tenantId: string,
  computations: readonly Computation[],
  report: ComputeIndexInput['report'] = () => undefined,
): Promise<ReadonlyMap<string, ListReading>> {
  const readings = new Map<string, ListReading>();
  let rowsBefore = 0;
  for (const [index, intake] of (computations[0]?.intakes ?? []).entries()) {
    const intakes = computations.flatMap(({ intakes: each }) => each[index] ?? []);
    const read = (rowsRead: number) =>
      report({
        phase: 'reading',
        sourceName: locationName(intake.source.location),
        rowsRead: rowsBefore + rowsRead,
      });
    const reading = await readSource(lists, clock, tenantId, intake, intakes, read);
    if (reading) readings.set(intake.source.id, reading);
    rowsBefore += intake.rowsRead();
  }
  return readings;
}

async function readSource(
  lists: SourceReader,
  clock: Clock,
  tenantId: string,
  intake: SourceIntake,
  intakes: readonly SourceIntake[],
  report: (rowsRead: number) => void,
): Promise<ListReading | null> {
  report(0);
  const readAt = clock.now().toISOString();
  const opened = await openSource(lists, tenantId, intake);
  if (!opened) return null;
  const { list, missingColumns } = opened;
  for (const each of intakes) each.open(list.columns);
  for await (const page of list.pages()) {
    for (const row of page) for (const each of intakes) each.addRow(row);
    report(intake.rowsRead());
  }
  const { name, webUrl, eTag, lastChangedAt } = list;
  return { name, webUrl, eTag, lastChangedAt, readAt, itemUrl: list.itemUrl, missingColumns };
}

interface Opened {
  readonly list: OpenedList;
  readonly missingColumns: readonly string[];
}

/** Opens a source without the columns that are gone, as long as its figures can do without them; null where nothing needs it. */
async function openSource(
  lists: SourceReader,
  tenantId: string,
  { source, columns }: SourceIntake,
): Promise<Opened | null> {
  const needed = new Set(neededColumns(source));
  const missingColumns: string[] = [];
  for (;;) {
    try {
      const there = columns.filter((column) => !missingColumns.includes(column));
      return { list: await lists.open(tenantId, source.location, there), missingColumns };
    } catch (error) {
      if (!(error instanceof ProblemError) || error instanceof WaitError) throw error;
      const { column, columnName = column } = error.values;
      const gone = error.code === 'column-missing' ? columnName : undefined;
      if (
        gone !== undefined &&
        columns.includes(gone) &&
        !needed.has(gone) &&
        !missingColumns.includes(gone)
      ) {
        missingColumns.push(gone);
      } else if (source.topic === 'trends' && !TEMPORARY.has(error.code)) {
        return null;
      } else {
        throw error;
      }
    }
  }
}
