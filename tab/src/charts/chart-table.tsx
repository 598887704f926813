import type { ReactElement } from 'react';
import { RecordTable } from '../components/record-table.tsx';
import type { ChartData, ChartRow } from './chart-data.ts';

/** A picture's table view. */
export function ChartTable({ data }: { readonly data: ChartData }): ReactElement {
  return (
    <RecordTable<ChartRow>
      caption={data.caption}
      columns={data.columns.map(({ header, kind }, index) => ({
        id: `${index}`,
        header,
        kind,
        cell: ({ cells }) => cells[index] ?? '',
      }))}
      rows={data.rows}
      rowKey={({ id }) => id}
    />
  );
}
