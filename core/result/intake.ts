import type { ColumnKind } from './column-kinds.ts';
import type { SourceSettings } from '#core/settings/source-settings.ts';

export interface ColumnFacts {
  /** Internal name, the key in `fields` (for a lookup or person the key is this name + `LookupId`). */
  readonly name: string;
  readonly displayName: string;
  readonly kind: ColumnKind;
}

/** One list row as Graph gives it: its id in the list and the selected fields, untrusted. */
export interface ListRow {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Takes the rows of one source as they stream past. Survey rows are tallied and forgotten; a row seen twice counts
 * as it was last. Knows nothing of Graph.
 */
export interface SourceIntake {
  readonly source: SourceSettings;
  /** Every column the mapping names, in a fixed order; the reader must see that each exists before it reads. */
  readonly columns: readonly string[];
  /** Called once, before any row, with the facts of exactly these columns. */
  open(columns: readonly ColumnFacts[]): void;
  addRow(row: ListRow): void;
  /** Rows taken so far, each id once. */
  rowsRead(): number;
}
