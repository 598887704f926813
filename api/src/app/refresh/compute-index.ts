import type { ProblemCode } from '#core/contracts/problem.ts';
import { neededColumns } from '#core/settings/needed-columns.ts';
import { startComputation, type Computation, type FinishedYear } from '#core/result/compute-result.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { SourceIntake } from '#core/result/intake.ts';
import type { ListReading } from '#core/result/source-readings.ts';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { isSurvey } from '#core/settings/source-fields.ts';
import { locationName } from '#core/settings/source-location.ts';
import type { Clock } from '../ports/clock.ts';
import type { OpenedList, SourceReader } from '../ports/list-reader.ts';
import { ProblemError, WaitError } from '../errors.ts';

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
  /** By source id: the mark that was just seen to hold; of the others it is not known whether they have changed. */
  readonly unchanged?: ReadonlyMap<string, string>;
  /** Told at the start of each source, after each page, and before the computing; throws to stop the work. */
  readonly report: (progress: ReadingProgress) => void;
}

/** What the reading of a year's sources told, beside the rows. */
export interface SourcesRead {
  /** What is known of each list or file, by source id. */
  readonly readings: ReadonlyMap<string, ListReading>;
  /** What the reading cost of Microsoft 365's limit. */
  readonly resourceUnits: number;
  /** By source id: what tells later whether a source has changed since. */
  readonly marks: Readonly<Record<string, string>>;
}

export type ComputeIndex = (
  input: ComputeIndexInput,
) => Promise<FinishedYear & Pick<SourcesRead, 'resourceUnits' | 'marks'>>;

/**
 * Reads every source of a year and computes its result. Rows are tallied as their pages arrive, so memory does not grow
 * with them. A source that can't be read fails the whole, since a result of half the sources would be a wrong one; but one that
 * enters no figure (trends), and columns that the figures can do without, are findings that keep the year from being published.
 *
 * @throws ProblemError naming the source's problem
 */
export function createComputeIndex(lists: Pick<SourceReader, 'open'>, clock: Clock): ComputeIndex {
  return async ({ tenantId, year, stored, previous, lastYear, earlier, report, unchanged }) => {
    const computation = startComputation(stored.settings, stored.version, year);
    const read = await readSources(lists, clock, tenantId, [computation], report, unchanged);
    const { readings, resourceUnits, marks } = read;
    const rowsRead = computation.intakes.reduce((sum, intake) => sum + intake.rowsRead(), 0);
    report({ phase: 'computing', sourceName: null, rowsRead: inTens(rowsRead) });
    const now = clock.now().toISOString();
    const finished = computation.finish({ now, readings, previous, lastYear, earlier });
    return { ...finished, resourceUnits, marks };
  };
}

/**
 * Feeds the rows of every source to computings of one year, each row to all of them. A source that can't be read does
 * not keep the others from being read, so that an admin hears of all that is wrong at once.
 *
 * @param computations of the same sources, under whatever settings else
 * @throws ProblemError of the one source that could not be read, sources-unread naming them where several; WaitError
 */
export async function readSources(
  lists: Pick<SourceReader, 'open'>,
  clock: Clock,
  tenantId: string,
  computations: readonly Pick<Computation, 'intakes'>[],
  report: ComputeIndexInput['report'] = () => undefined,
  unchanged: ReadonlyMap<string, string> = new Map(),
): Promise<SourcesRead> {
  const readings = new Map<string, ListReading>();
  const marks: Record<string, string> = {};
  const failures: { readonly name: string; readonly error: ProblemError }[] = [];
  let [rowsBefore, resourceUnits] = [0, 0];
  for (const [index, intake] of (computations[0]?.intakes ?? []).entries()) {
    const intakes = computations.flatMap(({ intakes: each }) => each[index] ?? []);
    const read = (rowsRead: number) =>
      report({
        phase: 'reading',
        sourceName: locationName(intake.source.location),
        // In tens: of a survey that is open nobody is told how many have answered.
        rowsRead: inTens(rowsBefore + rowsRead),
      });
    try {
      const since = unchanged.get(intake.source.id) ?? null;
      const one = await readSource(lists, clock, tenantId, intake, intakes, read, since);
      if (one) readings.set(intake.source.id, one.reading);
      if (typeof one?.mark === 'string') marks[intake.source.id] = one.mark;
      resourceUnits += one?.resourceUnits ?? 0;
    } catch (error) {
      if (!(error instanceof ProblemError) || error instanceof WaitError) throw error;
      failures.push({ name: locationName(intake.source.location), error });
    }
    rowsBefore += intake.rowsRead();
  }
  const [first, ...others] = failures;
  if (first === undefined) return { readings, resourceUnits, marks };
  // One cause has one remedy, however many sources it keeps from being read: a site without permission, for instance.
  if (others.every(({ error }) => error.code === first.error.code)) throw first.error;
  const names = failures.map(({ name }) => `”${name}”`).join(', ');
  throw new ProblemError(
    'sources-unread',
    { sources: names, read: String(readings.size) },
    { cause: first.error },
  );
}

async function readSource(
  lists: Pick<SourceReader, 'open'>,
  clock: Clock,
  tenantId: string,
  intake: SourceIntake,
  intakes: readonly SourceIntake[],
  report: (rowsRead: number) => void,
  unchangedSince: string | null,
): Promise<{
  readonly reading: ListReading;
  readonly mark: string | null;
  readonly resourceUnits: number;
} | null> {
  report(0);
  const readAt = clock.now().toISOString();
  const opened = await openSource(lists, tenantId, intake, unchangedSince);
  if (!opened) return null;
  const { list, missingColumns } = opened;
  for (const each of intakes) each.open(list.columns);
  for await (const page of list.pages()) {
    for (const row of page) for (const each of intakes) each.addRow(row);
    report(intake.rowsRead());
  }
  const { name, webUrl, eTag, lastChangedAt } = list;
  const { columns, itemUrl } = list;
  const reading = { name, webUrl, eTag, lastChangedAt, readAt, itemUrl, columns, missingColumns };
  return { reading, mark: list.mark, resourceUnits: list.resourceUnits() };
}

interface Opened {
  readonly list: OpenedList;
  readonly missingColumns: readonly string[];
}

/** Opens a source without the columns that are gone, as long as its figures can do without them; null where nothing needs it. */
async function openSource(
  lists: Pick<SourceReader, 'open'>,
  tenantId: string,
  { source, columns }: SourceIntake,
  unchangedSince: string | null,
): Promise<Opened | null> {
  const needed = new Set(neededColumns(source));
  const missingColumns: string[] = [];
  for (;;) {
    try {
      const there = columns.filter((column) => !missingColumns.includes(column));
      const known = { mayKeep: !isSurvey(source.topic), unchangedSince };
      return { list: await lists.open(tenantId, source.location, there, known), missingColumns };
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

function inTens(rows: number): number {
  return Math.floor(rows / 10) * 10;
}
