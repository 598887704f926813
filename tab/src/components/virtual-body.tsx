import { useVirtualizer } from '@tanstack/react-virtual';
import type { ReactElement, RefObject } from 'react';
import { RecordRow, type RecordLayout } from './record-row.tsx';
import { TABLE_ROLES } from './table-roles.ts';
import { useTableStyles } from './table-styles.ts';

interface VirtualBodyProps<Row> {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly layout: RecordLayout<Row>;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

const ROW_PX = 33;
const CARD_PX = 140;
const ROWS_BEYOND_SIGHT = 15;
const CARDS_BEYOND_SIGHT = 4;

/** The body of a long table: the rows in sight and a few beyond, with room above and below for all the others. */
export function VirtualBody<Row>({ rows, rowKey, layout, scroller }: VirtualBodyProps<Row>): ReactElement {
  const styles = useTableStyles();
  const { asCards, columns } = layout;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (asCards ? CARD_PX : ROW_PX),
    overscan: asCards ? CARDS_BEYOND_SIGHT : ROWS_BEYOND_SIGHT,
  });
  const items = virtualizer.getVirtualItems();
  const abovePx = items[0]?.start ?? 0;
  const belowPx = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <tbody {...TABLE_ROLES.rowGroup} className={asCards ? styles.cards : undefined}>
      <Room heightPx={abovePx} columns={columns.length} />
      {items.map(({ index }) => {
        const row = rows[index];
        return row === undefined ? null : (
          <RecordRow
            key={rowKey(row)}
            row={row}
            layout={layout}
            index={index}
            measure={virtualizer.measureElement}
          />
        );
      })}
      <Room heightPx={belowPx} columns={columns.length} />
    </tbody>
  );
}

function Room({
  heightPx,
  columns,
}: {
  readonly heightPx: number;
  readonly columns: number;
}): ReactElement | null {
  if (heightPx <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height: heightPx, padding: 0 }} />
    </tr>
  );
}
