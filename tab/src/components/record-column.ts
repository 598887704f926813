import type { ReactNode } from 'react';

export interface RecordColumn<Row> {
  readonly id: string;
  readonly header: string;
  /**
   * `number-words` is a number with words, which may be broken between lines; a `bar` takes what room there is and a
   * `mark` has a width of its own; `actions` are buttons for the row.
   */
  readonly kind: 'text' | 'wide-text' | 'short-text' | 'number' | 'number-words' | 'bar' | 'mark' | 'actions';
  readonly cell: (row: Row) => ReactNode;
  /** What the column is sorted by; null sorts last. Without it the column is not sortable. */
  readonly sortBy?: (row: Row) => string | number | null;
}

export interface Sorting {
  readonly columnId: string;
  readonly descending: boolean;
}

/** Rows in the order of a column: numbers as numbers, words as the language orders them, what has no value last. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly RecordColumn<Row>[],
  sorting: Sorting | null,
  locale: string,
): readonly Row[] {
  const sortBy = columns.find((column) => column.id === sorting?.columnId)?.sortBy;
  if (sorting === null || sortBy === undefined) return rows;
  const collator = new Intl.Collator(locale, { numeric: true });
  const direction = sorting.descending ? -1 : 1;
  return rows.toSorted((first, second) => {
    const [a, b] = [sortBy(first), sortBy(second)];
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
    return (
      direction *
      (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)))
    );
  });
}
