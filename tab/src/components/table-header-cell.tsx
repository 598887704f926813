import type { ReactElement } from 'react';
import { useTranslation } from '../lib/translation.tsx';
import type { RecordColumn, Sorting } from './record-column.ts';
import { TABLE_ROLES } from './table-roles.ts';

interface HeaderCellProps<Row> {
  readonly column: RecordColumn<Row>;
  readonly className: string;
  readonly buttonClassName: string;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting) => void;
}

/** The head of a column, with a button where the column can be sorted. */
export function HeaderCell<Row>({
  column,
  className,
  buttonClassName,
  sorting,
  onSort,
}: HeaderCellProps<Row>): ReactElement {
  const { t } = useTranslation();
  const own = sorting?.columnId === column.id ? sorting : null;
  // A column of pictures only has no name to give.
  if (column.header === '') return <td {...TABLE_ROLES.cell} className={className} />;
  if (column.sortBy === undefined) {
    return (
      <th {...TABLE_ROLES.columnHeader} scope="col" className={className}>
        {column.header}
      </th>
    );
  }
  return (
    <th
      {...TABLE_ROLES.columnHeader}
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
