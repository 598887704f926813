import { Button, mergeClasses } from '@fluentui/react-components';
import { lazy, Suspense, useId, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from '../lib/translation.tsx';
import { sortRows, type RecordColumn, type Sorting } from './record-column.ts';
import { RecordRow, type RecordLayout } from './record-row.tsx';
import { SCROLLER } from './scroller.ts';
import { HeaderCell } from './table-header-cell.tsx';
import { TABLE_ROLES } from './table-roles.ts';
import { useCellClasses, useTableStyles } from './table-styles.ts';
import { useAsCards } from './use-as-cards.ts';
import type { VirtualBody as LoadedBody } from './virtual-body.tsx';

/** Few tables are so long; who reads none of them does not wait for what they need. */
const VirtualBody = lazy(() =>
  import('./virtual-body.tsx').then((module) => ({ default: module.VirtualBody })),
) as typeof LoadedBody;

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
/** A card is as high as several rows. */
const CARDS_AT_A_TIME = 20;
/** From so many rows on, only those in sight are drawn and the table scrolls by itself. */
const VIRTUAL_FROM_ROWS = 200;

/**
 * A real table: caption, row headers, numbers aligned, sortable columns. Where it has no room, each row is a card with the
 * columns' names beside its values, and still a row of the same table to who listens.
 */
export function RecordTable<Row>(props: RecordTableProps<Row>): ReactElement {
  const { caption, captionHidden = false, columns, rows, rowKey, instead } = props;
  const styles = useTableStyles();
  const { t, language } = useTranslation();
  const captionId = useId();
  const region = useRef<HTMLDivElement>(null);
  const asCards = useAsCards(region, rows);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [times, setTimes] = useState(1);
  const { rowsAtATime = ROWS_AT_A_TIME } = props;
  const atATime = asCards ? Math.min(rowsAtATime, CARDS_AT_A_TIME) : rowsAtATime;
  const ordered = useMemo(
    () => sortRows(rows, columns, sorting, language),
    [rows, columns, sorting, language],
  );
  const cellClasses = useCellClasses(columns, asCards);
  const layout = useMemo(
    (): RecordLayout<Row> => ({ columns, cellClasses, asCards, instead }),
    [columns, cellClasses, asCards, instead],
  );
  const virtual = rows.length >= VIRTUAL_FROM_ROWS;
  const shown = ordered.slice(0, times * atATime);
  const rest = rows.length - shown.length;
  const firstRows = (
    <tbody {...TABLE_ROLES.rowGroup} className={asCards ? styles.cards : undefined}>
      {shown.map((row) => (
        <RecordRow key={rowKey(row)} row={row} layout={layout} />
      ))}
    </tbody>
  );
  return (
    <>
      <div
        ref={region}
        className={mergeClasses(styles.region, virtual && styles.tall)}
        {...(virtual && { ...SCROLLER, 'aria-labelledby': captionId })}
      >
        <table
          {...TABLE_ROLES.table}
          className={mergeClasses(
            styles.table,
            virtual && !asCards && styles.fixed,
            asCards && styles.tableOfCards,
          )}
          aria-rowcount={virtual ? rows.length + 1 : undefined}
        >
          <caption id={captionId} className={captionHidden ? styles.hidden : styles.caption}>
            {caption}
          </caption>
          <thead {...TABLE_ROLES.rowGroup} className={asCards ? styles.cards : undefined}>
            <tr {...TABLE_ROLES.row} className={asCards ? styles.heads : undefined}>
              {columns.map((column, index) => (
                <HeaderCell
                  key={column.id}
                  column={column}
                  className={
                    asCards
                      ? column.sortBy === undefined
                        ? styles.hidden
                        : styles.cardHead
                      : mergeClasses(cellClasses[index], styles.head, virtual && styles.sticky)
                  }
                  buttonClassName={mergeClasses(styles.sort, asCards && styles.sortOfCards)}
                  sorting={sorting}
                  onSort={setSorting}
                />
              ))}
            </tr>
          </thead>
          {virtual ? (
            <Suspense fallback={firstRows}>
              <VirtualBody rows={ordered} rowKey={rowKey} layout={layout} scroller={region} />
            </Suspense>
          ) : (
            firstRows
          )}
        </table>
      </div>
      {rows.length === 0 && <p>{t('table.empty')}</p>}
      {!virtual && rest > 0 && (
        <div className={styles.foot}>
          <Button onClick={() => setTimes(times + 1)}>
            {t('table.more', { count: Math.min(rest, atATime) })}
          </Button>
          <span role="status">{t('table.shown', { shown: shown.length, total: rows.length })}</span>
        </div>
      )}
    </>
  );
}
