import { Button, mergeClasses } from '@fluentui/react-components';
import { lazy, Suspense, useId, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from '../lib/translation.tsx';
import { sortRows, type RecordColumn, type Sorting } from './record-column.ts';
import { HeaderCell } from './table-header-cell.tsx';
import { useTableStyles } from './table-styles.ts';
import type { RowAttributes } from './virtual-body.tsx';

/** Few tables are so long; who reads none of them does not wait for what they need. */
const VirtualBody = lazy(() =>
  import('./virtual-body.tsx').then((module) => ({ default: module.VirtualBody })),
);

interface RecordTableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly RecordColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** How many rows are shown at first, and how many more at a time. */
  readonly rowsAtATime?: number;
  /** A text that stands instead of all cells but the first, for a row whose figures are hidden. */
  readonly instead?: (row: Row) => ReactNode;
}

const ROWS_AT_A_TIME = 50;
/** From so many rows on, only those in sight are drawn and the table scrolls by itself. */
const VIRTUAL_FROM_ROWS = 200;

/** A real table: caption, row headers, numbers aligned, sortable columns; wider than the page, it scrolls by itself. */
export function RecordTable<Row>(props: RecordTableProps<Row>): ReactElement {
  const { caption, captionHidden = false, columns, rows, rowKey, instead } = props;
  const { rowsAtATime = ROWS_AT_A_TIME } = props;
  const styles = useTableStyles();
  const { t, language } = useTranslation();
  const captionId = useId();
  const region = useRef<HTMLDivElement>(null);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [limit, setLimit] = useState(rowsAtATime);
  const ordered = useMemo(
    () => sortRows(rows, columns, sorting, language),
    [rows, columns, sorting, language],
  );
  const virtual = rows.length >= VIRTUAL_FROM_ROWS;
  const shown = ordered.slice(0, limit);
  const rest = rows.length - shown.length;
  const cellClass = (column: RecordColumn<Row>, ...more: (string | undefined)[]): string =>
    mergeClasses(
      styles.cell,
      column.kind === 'number' && styles.number,
      column.kind === 'number-words' && styles.numberWords,
      column.kind === 'wide-text' && styles.wide,
      column.kind === 'short-text' && styles.short,
      column.kind === 'bar' && styles.bar,
      ...more,
    );
  const drawn = (row: Row, attributes: RowAttributes = {}): ReactElement => {
    const replaced = instead?.(row);
    return (
      <tr key={rowKey(row)} {...attributes}>
        {columns.map((column, index) =>
          index === 0 ? (
            <th key={column.id} scope="row" className={cellClass(column)}>
              {column.cell(row)}
            </th>
          ) : replaced === null || replaced === undefined ? (
            <td key={column.id} className={cellClass(column)}>
              {column.cell(row)}
            </td>
          ) : (
            index === 1 && (
              <td key={column.id} colSpan={columns.length - 1} className={styles.cell}>
                {replaced}
              </td>
            )
          ),
        )}
      </tr>
    );
  };
  const firstRows = <tbody>{shown.map((row) => drawn(row))}</tbody>;
  return (
    <>
      {/* What scrolls must be reachable by keyboard. A group: a landmark for each table would hide the page's own among them. */}
      <div
        ref={region}
        className={mergeClasses(styles.region, virtual && styles.tall)}
        role="group"
        aria-labelledby={captionId}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <table
          className={mergeClasses(styles.table, virtual && styles.fixed)}
          aria-rowcount={virtual ? rows.length + 1 : undefined}
        >
          <caption id={captionId} className={captionHidden ? styles.hiddenCaption : styles.caption}>
            {caption}
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeaderCell
                  key={column.id}
                  column={column}
                  className={cellClass(column, styles.head, virtual ? styles.sticky : undefined)}
                  buttonClassName={styles.sort}
                  sorting={sorting}
                  onSort={setSorting}
                />
              ))}
            </tr>
          </thead>
          {virtual ? (
            <Suspense fallback={firstRows}>
              <VirtualBody
                count={ordered.length}
                columns={columns.length}
                scroller={region}
                row={(index, attributes) => {
                  const row = ordered[index];
                  return row === undefined ? null : drawn(row, attributes);
                }}
              />
            </Suspense>
          ) : (
            firstRows
          )}
        </table>
      </div>
      {rows.length === 0 && <p>{t('table.empty')}</p>}
      {!virtual && rest > 0 && (
        <div className={styles.foot}>
          <Button onClick={() => setLimit(limit + rowsAtATime)}>
            {t('table.more', { count: Math.min(rest, rowsAtATime) })}
          </Button>
          <span role="status">{t('table.shown', { shown: shown.length, total: rows.length })}</span>
        </div>
      )}
    </>
  );
}
