import type { Change } from './control-commands.ts';
import { invalidRequest, notFound } from './graph-refusal.ts';
import { SYSTEM_COLUMNS, TITLE_COLUMN } from './system-columns.ts';
import type {
  TenantColumn,
  TenantFieldValue,
  TenantItem,
  TenantList,
  TenantPerson,
} from './tenant-content.ts';

export type ListChange = Extract<Change, { readonly listId: string }>;

export interface RowChange {
  readonly id: string;
  /** Null: the row has been deleted. */
  readonly row: TenantItem | null;
}

/** One list as it is now: the tenant's own, and what has been changed since. The tenant's data is never written to. */
export interface ListState {
  readonly list: TenantList;
  displayName(): string;
  columns(): readonly TenantColumn[];
  /** Rows with an id above `afterId`, at most `count`, in order of id. */
  rowsAfter(afterId: number, count: number): readonly TenantItem[];
  /** The id before the `count` rows that end at `id`: where to start to have those rows again. */
  idBefore(id: number, count: number): number;
  row(id: number): TenantItem | null;
  /** Grows by one with every change of a row. */
  changeCount(): number;
  /** When the last of those changes was made, ISO; null before the first. */
  lastChangedAt(): string | null;
  /** Each row changed after that many changes, once, as it is now. */
  changesSince(changeCount: number): readonly RowChange[];
  apply(change: ListChange): void;
}

/** @param author who made the rows that are added */
export function createListState(list: TenantList, author: TenantPerson): ListState {
  const base = list.items;
  const hasTitle = list.columns.some(({ name }) => name === 'Title');
  let displayName = list.displayName;
  let columns: readonly TenantColumn[] = [
    ...(hasTitle ? [] : [TITLE_COLUMN]),
    ...list.columns,
    ...SYSTEM_COLUMNS,
  ];
  const gone = new Set<string>();
  const renamed = new Map<string, string>();
  const changed = new Map<number, TenantItem | null>();
  const added: TenantItem[] = [];
  const log: number[] = [];
  let lastChangedAt: string | null = null;

  const idAt = (index: number): number => Number(base.itemAt(index).id);
  /** Index of the first of the tenant's own rows with an id above this. */
  const indexAfter = (id: number): number => {
    // Most lists are numbered 1, 2, 3 …: look there first.
    if (id <= 0) return 0;
    if (id >= 1 && id <= base.itemCount && idAt(id - 1) === id) return id;
    let low = 0;
    let high = base.itemCount;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (idAt(middle) > id) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const lastBaseId = (): number => (base.itemCount === 0 ? 0 : idAt(base.itemCount - 1));
  let nextId: number | null = null;

  const current = (row: TenantItem): TenantItem | null => {
    const id = Number(row.id);
    const latest = changed.has(id) ? (changed.get(id) ?? null) : row;
    return latest === null || (gone.size === 0 && renamed.size === 0) ? latest : withColumns(latest);
  };
  const withColumns = (row: TenantItem): TenantItem => {
    const fields: Record<string, TenantFieldValue> = {};
    for (const [key, value] of Object.entries(row.fields)) {
      const name = key.replace(/LookupId$/, '');
      if (gone.has(key) || (name !== key && gone.has(name))) continue;
      const to = renamed.get(key) ?? renamed.get(name);
      fields[to === undefined ? key : renamed.has(key) ? to : `${to}LookupId`] = value;
    }
    return { ...row, fields };
  };
  const baseRow = (id: number): TenantItem | null => {
    const index = indexAfter(id - 1);
    if (index >= base.itemCount) return null;
    const row = base.itemAt(index);
    return Number(row.id) === id ? row : null;
  };
  const rowNow = (id: number): TenantItem | null => {
    const row = baseRow(id) ?? added.find((candidate) => Number(candidate.id) === id) ?? null;
    return row === null ? null : current(row);
  };

  const note = (id: number): string => {
    lastChangedAt = new Date().toISOString();
    log.push(id);
    return lastChangedAt;
  };

  return {
    list,
    displayName: () => displayName,
    columns: () => columns,
    rowsAfter: (afterId, count) => {
      const rows: TenantItem[] = [];
      for (let index = indexAfter(afterId); index < base.itemCount && rows.length < count; index += 1) {
        const row = current(base.itemAt(index));
        if (row !== null) rows.push(row);
      }
      for (const candidate of added) {
        if (rows.length >= count) break;
        const row = Number(candidate.id) > afterId ? current(candidate) : null;
        if (row !== null) rows.push(row);
      }
      return rows;
    },
    idBefore: (id, count) => {
      const index = Math.max(0, indexAfter(id) - count);
      return index === 0 ? 0 : idAt(index - 1);
    },
    row: rowNow,
    changeCount: () => log.length,
    lastChangedAt: () => lastChangedAt,
    changesSince: (changeCount) =>
      [...new Set(log.slice(changeCount))].map((id) => ({ id: String(id), row: rowNow(id) })),
    apply: (change) => {
      switch (change.kind) {
        case 'remove-list':
        case 'copy-list':
          throw invalidRequest('A list does not remove or copy itself');
        case 'rename-list':
          displayName = change.displayName;
          return;
        case 'remove-column':
          findColumn(columns, change.column);
          columns = columns.filter(({ name }) => name !== change.column);
          gone.add(change.column);
          return;
        case 'rename-column': {
          const column = findColumn(columns, change.column);
          const mended = {
            ...column,
            displayName: change.displayName ?? column.displayName,
            name: change.name ?? column.name,
          };
          columns = columns.map((other) => (other === column ? mended : other));
          if (change.name !== undefined) renamed.set(change.column, change.name);
          return;
        }
        case 'add-choice': {
          const column = findColumn(columns, change.column);
          const choices = [...(column.choice?.choices ?? []), change.choice];
          const mended = { ...column, choice: { ...column.choice, choices } };
          columns = columns.map((other) => (other === column ? mended : other));
          return;
        }
        case 'change-column': {
          const column = findColumn(columns, change.column);
          columns = columns.map((other) => (other === column ? ofKind(column, change.facet) : other));
          return;
        }
        case 'add-row': {
          nextId ??= lastBaseId() + 1;
          const id = nextId;
          nextId += 1;
          const now = note(id);
          added.push({
            id: String(id),
            eTag: `"${list.id},1"`,
            createdDateTime: now,
            lastModifiedDateTime: now,
            createdBy: author,
            fields: change.fields,
          });
          return;
        }
        case 'change-row': {
          const row = rowNow(Number(change.rowId));
          if (row === null) throw notFound('row');
          const fields = Object.entries({ ...row.fields, ...change.fields }).filter(
            ([, value]) => value !== null,
          );
          changed.set(Number(row.id), {
            ...row,
            eTag: nextETag(row.eTag),
            lastModifiedDateTime: note(Number(row.id)),
            fields: Object.fromEntries(fields),
          });
          return;
        }
        case 'delete-row': {
          const row = rowNow(Number(change.rowId));
          if (row === null) throw notFound('row');
          changed.set(Number(row.id), null);
          note(Number(row.id));
          return;
        }
      }
    },
  };
}

function findColumn(columns: readonly TenantColumn[], name: string): TenantColumn {
  const column = columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw notFound(`column ${name}`);
  return column;
}

const FACETS = ['text', 'choice', 'number', 'currency', 'dateTime', 'lookup', 'personOrGroup', 'boolean'];

function ofKind(column: TenantColumn, facet: Readonly<Record<string, unknown>>): TenantColumn {
  const rest = Object.entries(column).filter(([name]) => !FACETS.includes(name));
  return { ...(Object.fromEntries(rest) as TenantColumn), ...facet };
}

/** SharePoint's eTag ends in the row's version: `"guid,3"` → `"guid,4"`. */
function nextETag(eTag: string): string {
  return eTag.replace(/,(\d+)"$/, (_, version: string) => `,${String(Number(version) + 1)}"`);
}
