import { useVirtualizer } from '@tanstack/react-virtual';
import type { ReactElement, RefObject } from 'react';

/** What a row of a long table carries, so that it is measured and its place among all is known. */
export interface RowAttributes {
  readonly 'data-index'?: number;
  readonly 'aria-rowindex'?: number;
  readonly ref?: (row: HTMLTableRowElement | null) => void;
}

interface VirtualBodyProps {
  readonly count: number;
  readonly columns: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly row: (index: number, attributes: RowAttributes) => ReactElement | null;
}

const ROW_PX = 33;
const ROWS_BEYOND_SIGHT = 15;

/** The body of a long table: the rows in sight and a few beyond, with room above and below for all the others. */
export function VirtualBody({ count, columns, scroller, row }: VirtualBodyProps): ReactElement {
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: ROWS_BEYOND_SIGHT,
  });
  const items = virtualizer.getVirtualItems();
  const abovePx = items[0]?.start ?? 0;
  const belowPx = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <tbody>
      <Room heightPx={abovePx} columns={columns} />
      {items.map(({ index }) =>
        row(index, {
          'data-index': index,
          // The head is the first.
          'aria-rowindex': index + 2,
          ref: virtualizer.measureElement,
        }),
      )}
      <Room heightPx={belowPx} columns={columns} />
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
