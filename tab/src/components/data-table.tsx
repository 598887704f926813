import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from '../lib/translation.tsx';

const useStyles = makeStyles({
  region: {
    position: 'relative',
    overflowX: 'auto',
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase300 },
  caption: {
    captionSide: 'top',
    textAlign: 'start',
    color: tokens.colorNeutralForeground2,
    paddingBottom: '8px',
  },
  hiddenCaption: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  cell: {
    padding: '6px 12px 6px 0',
    textAlign: 'start',
    verticalAlign: 'baseline',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { paddingRight: 0 },
  },
  head: {
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    verticalAlign: 'bottom',
  },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  wide: { minWidth: '180px' },
  short: { whiteSpace: 'nowrap' },
  bar: { width: '28%', minWidth: '72px' },
  sort: {
    font: 'inherit',
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    cursor: 'pointer',
    textAlign: 'inherit',
    '&:hover': { textDecorationLine: 'underline' },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  foot: { display: 'flex', alignItems: 'center', gap: '12px', marginTop: '12px' },
});

export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly kind: 'text' | 'wide-text' | 'short-text' | 'bar' | 'number';
  readonly cell: (row: Row) => ReactNode;
  /** What the column is sorted by; null sorts last. Without it the column is not sortable. */
  readonly sortBy?: (row: Row) => string | number | null;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** How many rows are shown at first, and how many more at a time. */
  readonly rowsAtATime?: number;
  /** A text that stands instead of all cells but the first, for a row whose figures are hidden. */
  readonly instead?: (row: Row) => ReactNode;
}

interface Sorting {
  readonly columnId: string;
  readonly descending: boolean;
}

const ROWS_AT_A_TIME = 50;

function sorted<Row>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
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

/** A real table: caption, row headers, numbers aligned, sortable columns; wider than the page, it scrolls by itself. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { caption, captionHidden = false, columns, rows, rowKey, instead } = props;
  const { rowsAtATime = ROWS_AT_A_TIME } = props;
  const styles = useStyles();
  const { t, language } = useTranslation();
  const captionId = useId();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [limit, setLimit] = useState(rowsAtATime);
  const ordered = sorted(rows, columns, sorting, language);
  const shown = ordered.slice(0, limit);
  const rest = rows.length - shown.length;
  const cellClass = (column: DataColumn<Row>, ...more: (string | undefined)[]): string =>
    mergeClasses(
      styles.cell,
      column.kind === 'number' && styles.number,
      column.kind === 'wide-text' && styles.wide,
      column.kind === 'short-text' && styles.short,
      column.kind === 'bar' && styles.bar,
      ...more,
    );
  return (
    <>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.region} role="region" aria-labelledby={captionId} tabIndex={0}>
        <table className={styles.table}>
          <caption id={captionId} className={captionHidden ? styles.hiddenCaption : styles.caption}>
            {caption}
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeaderCell
                  key={column.id}
                  column={column}
                  className={cellClass(column, styles.head)}
                  buttonClassName={styles.sort}
                  sorting={sorting}
                  onSort={setSorting}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const replaced = instead?.(row);
              return (
                <tr key={rowKey(row)}>
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
            })}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p>{t('table.empty')}</p>}
      {rest > 0 && (
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

interface HeaderCellProps<Row> {
  readonly column: DataColumn<Row>;
  readonly className: string;
  readonly buttonClassName: string;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting) => void;
}

function HeaderCell<Row>({
  column,
  className,
  buttonClassName,
  sorting,
  onSort,
}: HeaderCellProps<Row>): ReactElement {
  const { t } = useTranslation();
  const own = sorting?.columnId === column.id ? sorting : null;
  // A column of pictures only has no name to give.
  if (column.header === '') return <td className={className} />;
  if (column.sortBy === undefined) {
    return (
      <th scope="col" className={className}>
        {column.header}
      </th>
    );
  }
  return (
    <th
      scope="col"
      className={className}
      aria-sort={own === null ? 'none' : own.descending ? 'descending' : 'ascending'}
    >
      <button
        type="button"
        className={buttonClassName}
        title={t('table.sort', { column: column.header })}
        onClick={() => onSort({ columnId: column.id, descending: own !== null && !own.descending })}
      >
        {column.header}
        <span aria-hidden="true">{own === null ? ' ↕' : own.descending ? ' ↓' : ' ↑'}</span>
      </button>
    </th>
  );
}
