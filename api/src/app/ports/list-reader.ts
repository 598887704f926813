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
  /** The rows, page by page; the next page is on its way while this one is used. */
  pages(): AsyncIterable<readonly ListRow[]>;
}

/** A column with what an admin needs to recognise it. */
export interface ColumnDescription extends ColumnFacts {
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
export type ListReader = RowReader<SharePointList>;

/** Reads any source. Problems: those of lists, and file- problems. */
export type SourceReader = RowReader<SourceLocation>;
