import { startComputation, type Computation, type FinishedYear } from '#core/result/compute-result.ts';
import type { ColumnKind } from '#core/result/column-kinds.ts';
import type { ColumnFacts, ListRow } from '#core/result/intake.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { locationName } from '#core/settings/source-location.ts';

type Row = Readonly<Record<string, unknown>>;

/** What a computing needs besides rows; every member has a plain default. */
export interface Circumstances {
  /** The first of February after the year if not told. */
  readonly now?: string;
  /** By column name; `other` where not told. */
  readonly kinds?: Readonly<Record<string, ColumnKind>>;
  /** When each source's list was last changed, by source id. */
  readonly changedAt?: Readonly<Record<string, string>>;
  /** Mapped columns that the lists no longer have. */
  readonly goneColumns?: readonly string[];
  /** Sources that could not be read. */
  readonly unread?: readonly string[];
  readonly previous?: IndexResult | null;
  readonly lastYear?: IndexResult | null;
  /** What anybody may have seen of the year before this. */
  readonly earlier?: readonly IndexResult[];
}

/** Computes a year from plain rows per source id: what the api does, without Graph. Rows are numbered from 1. */
export function computeOf(
  settings: Settings,
  year: number,
  rows: Readonly<Record<string, readonly Row[]>>,
  circumstances: Circumstances = {},
): FinishedYear {
  const numbered = Object.entries(rows).map(
    ([sourceId, of]) => [sourceId, of.map((fields, index) => ({ id: String(index + 1), fields }))] as const,
  );
  return computeRows(settings, year, Object.fromEntries(numbered), circumstances);
}

/** The same from rows that have their ids, in the order they come. */
export function computeRows(
  settings: Settings,
  year: number,
  rows: Readonly<Record<string, readonly ListRow[]>>,
  circumstances: Circumstances = {},
): FinishedYear {
  const { kinds = {}, changedAt = {}, goneColumns = [], unread = [] } = circumstances;
  const { previous = null, lastYear = null, earlier = [] } = circumstances;
  const now = circumstances.now ?? `${year + 1}-02-01T08:00:00.000Z`;
  const computation = startComputation(settings, 1, year);
  for (const intake of computation.intakes) {
    const columns = intake.columns.filter((name) => !goneColumns.includes(name));
    intake.open(columns.map((name) => facts(name, kinds)));
    for (const row of rows[intake.source.id] ?? []) intake.addRow(row);
  }
  const readings = new Map(
    settings.sources
      .filter(({ id }) => !unread.includes(id))
      .map((source) => [
        source.id,
        {
          name: locationName(source.location),
          webUrl: null,
          itemUrl: null,
          eTag: null,
          lastChangedAt: changedAt[source.id] ?? null,
          readAt: now,
          columns: columnsOf(computation, source.id).map((name) => facts(name, kinds)),
          missingColumns: columnsOf(computation, source.id).filter((name) => goneColumns.includes(name)),
        },
      ]),
  );
  return computation.finish({ now, readings, previous, lastYear, earlier });
}

function facts(name: string, kinds: Readonly<Record<string, ColumnKind>>): ColumnFacts {
  return { name, displayName: name, kind: kinds[name] ?? 'other' };
}

function columnsOf({ intakes }: Computation, sourceId: string): readonly string[] {
  return intakes.find(({ source }) => source.id === sourceId)?.columns ?? [];
}
