import type { ColumnFacts, ListRow } from '#core/result/intake.ts';
import type { SharePointList } from '#core/settings/source-settings.ts';

/** A list whose mapped columns have been seen to exist. */
export interface OpenedList {
  readonly name: string;
  readonly webUrl: string | null;
  readonly eTag: string | null;
  readonly lastChangedAt: string | null;
  /** Address of one row's form. */
  itemUrl(rowId: string): string;
  /** Facts of exactly the columns asked for, in their order. */
  readonly columns: readonly ColumnFacts[];
  /** The rows, page by page; the next page is on its way while this one is used. */
  pages(): AsyncIterable<readonly ListRow[]>;
}

/** Reads lists. Fails with a problem: list-not-found, site-not-found, column-missing or a graph- problem. */
export interface ListReader {
  open(tenantId: string, location: SharePointList, columns: readonly string[]): Promise<OpenedList>;
}
