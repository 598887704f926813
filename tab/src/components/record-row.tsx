import { memo, type ReactElement, type ReactNode } from 'react';
import type { RecordColumn } from './record-column.ts';
import { TABLE_ROLES } from './table-roles.ts';
import { useTableStyles } from './table-styles.ts';

/** How every row of a table is drawn. The same object while nothing of it changes: rows that are drawn stay as they are. */
export interface RecordLayout<Row> {
  readonly columns: readonly RecordColumn<Row>[];
  /** One for each column. */
  readonly cellClasses: readonly string[];
  readonly asCards: boolean;
  readonly instead: ((row: Row) => ReactNode) | undefined;
}

interface RecordRowProps<Row> {
  readonly row: Row;
  readonly layout: RecordLayout<Row>;
  /** Its place among all rows, where only some are drawn. */
  readonly index?: number;
  /** Is told of the row's element, where its height must be known. */
  readonly measure?: (row: HTMLTableRowElement | null) => void;
}

/** Before the first row comes the head. */
const ROWS_BEFORE = 2;

/** Drawn once for each row, and again only where the row or its table changes: a long table scrolls past hundreds. */
export const RecordRow = memo(DrawnRow) as typeof DrawnRow;

function DrawnRow<Row>({ row, layout, index, measure }: RecordRowProps<Row>): ReactElement {
  const styles = useTableStyles();
  const { columns, cellClasses, asCards, instead } = layout;
  const replaced = instead?.(row) ?? null;
  return (
    <tr
      {...TABLE_ROLES.row}
      ref={measure}
      className={asCards ? styles.card : undefined}
      data-index={index}
      aria-rowindex={index === undefined ? undefined : index + ROWS_BEFORE}
    >
      {columns.map((column, place) => {
        if (place === 0) {
          return (
            <th key={column.id} {...TABLE_ROLES.rowHeader} scope="row" className={cellClasses[place]}>
              {column.cell(row)}
            </th>
          );
        }
        if (replaced === null) {
          return (
            <td key={column.id} {...TABLE_ROLES.cell} className={cellClasses[place]}>
              {asCards && column.header !== '' && column.kind !== 'actions' && (
                // To the ear the table says it already.
                <span aria-hidden="true" className={styles.cardLabel}>
                  {column.header}
                </span>
              )}
              {column.cell(row)}
            </td>
          );
        }
        return place > 1 ? null : (
          <td
            key={column.id}
            {...TABLE_ROLES.cell}
            colSpan={columns.length - 1}
            className={asCards ? styles.wholeOfCard : styles.cell}
          >
            {replaced}
          </td>
        );
      })}
    </tr>
  );
}
