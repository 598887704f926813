import type { ColumnFacts, ListRow } from '#core/result/intake.ts';
import type { SharePointList, SourceLocation } from '#core/settings/source-location.ts';

/** A list or file whose mapped columns have been seen to exist. */
export interface OpenedList {
  readonly name: string;
  readonly webUrl: string | null;
  readonly eTag: string | null;
  readonly lastChangedAt: string | null;
  /** Address of one row; null where rows have none of their own. */
  readonly itemUrl: ((rowId: string) => string) | null;
  /** Facts of exactly the columns asked for, in their order. */
  readonly columns: readonly ColumnFacts[];
  /** What reading has cost of Microsoft 365's limit so far, resource units. */
  resourceUnits(): number;
  /** Tells later whether anything has changed since now; null where that can't be told. */
  readonly mark: string | null;
  /** The rows, page by page; the next page is on its way while this one is used. */
  pages(): AsyncIterable<readonly ListRow[]>;
}

/** A column with what an admin needs to recognise it. */
export interface ColumnDescription extends ColumnFacts {
  /** What the column's owner wrote about it; empty where nothing. */
  readonly description: string;
  /** The lowest and highest value that a number column takes; null where it does not say both. */
  readonly limits: { readonly lowest: number; readonly highest: number } | null;
  /** A choice column's choices; empty for other kinds. */
  readonly choices: readonly string[];
  /** SharePoint's own (who made the row, attachments …): seldom what is looked for. */
  readonly isSystem: boolean;
}

/** Reads the rows of one kind of place. Fails with a problem that names the place. */
export interface RowReader<Location> {
  columns(tenantId: string, location: Location): Promise<readonly ColumnDescription[]>;
  open(tenantId: string, location: Location, columns: readonly string[]): Promise<OpenedList>;
}

/** Reads lists. Problems: list-not-found, site-not-found, column-missing or a graph- problem. */
export interface ListReader extends RowReader<SharePointList> {
  /**
   * @param known with a mark that was just seen to hold, the list need not be described anew
   */
  open(
    tenantId: string,
    location: SharePointList,
    columns: readonly string[],
    known?: SinceMark,
  ): Promise<OpenedList>;
  /**
   * Opens a list and reads what has changed since its rows were kept, or all of it. Not for surveys, whose rows are
   * never kept.
   */
  openKept(
    tenantId: string,
    location: SharePointList,
    columns: readonly string[],
    known?: SinceMark,
  ): Promise<OpenedList>;
  /** Whether no row has changed since the mark was given. */
  isUnchanged(location: SharePointList, mark: string): Promise<Unchanged>;
}

export interface Unchanged {
  readonly unchanged: boolean;
  readonly resourceUnits: number;
}

export interface SinceMark {
  /** The mark of the last reading, just seen to hold: no row has changed since; null where that is not known. */
  readonly unchangedSince: string | null;
}

/** What a reading may build on. */
export interface KnownOfPlace extends SinceMark {
  /** Whether the rows may be kept between readings: never those of a survey. */
  readonly mayKeep: boolean;
}

/** Reads any source. Problems: those of lists, and file- problems. */
export interface SourceReader extends RowReader<SourceLocation> {
  open(
    tenantId: string,
    location: SourceLocation,
    columns: readonly string[],
    known?: KnownOfPlace,
  ): Promise<OpenedList>;
  isUnchanged(tenantId: string, location: SourceLocation, mark: string): Promise<Unchanged>;
}
