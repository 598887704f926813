import type { ColumnKind } from '#core/result/column-kinds.ts';
import type { ListRow } from '#core/result/intake.ts';
import { ProblemError } from '../../app/errors.ts';
import type { ColumnDescription } from '../../app/ports/list-reader.ts';
import type { FileTable } from '../../app/ports/table-files.ts';
import type { Cell } from './cells.ts';

/** A table's cells, its row of names first. */
export interface RawTable {
  readonly fileName: string;
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** The number of the first row after the names, as Excel counts. */
  readonly firstRowNumber: number;
  /** Columns shown as percentages, from 0. */
  readonly percentColumns: ReadonlySet<number>;
}

/** As many rows as tell what a column holds. */
const ROWS_LOOKED_AT = 200;

/**
 * Cells as columns and rows. A column's name is its heading, a number after it where two have the same; columns without a
 * heading and rows without a cell are left out.
 *
 * @throws ProblemError file-empty where there is no heading
 */
export function tableOf(raw: RawTable): FileTable {
  const names = uniqueNames(raw.header);
  if (names.every((name) => name === null)) {
    throw new ProblemError('file-empty', { file: raw.fileName, list: raw.fileName });
  }
  const rows = raw.rows.flatMap((cells, index): readonly ListRow[] => {
    const fields: Record<string, Cell> = {};
    let isBlank = true;
    for (const [position, name] of names.entries()) {
      const cell = cells[position] ?? null;
      if (name === null || cell === null) continue;
      fields[name] = cell;
      isBlank = false;
    }
    return isBlank ? [] : [{ id: String(raw.firstRowNumber + index), fields }];
  });
  const columns = names.flatMap((name, position): readonly ColumnDescription[] => {
    if (name === null) return [];
    const kind = raw.percentColumns.has(position) ? 'percentage' : kindOf(rows, name);
    const own = { description: '', limits: null, choices: [], isSystem: false };
    return [{ name, displayName: name, kind, ...own }];
  });
  return { columns, rows };
}

function uniqueNames(header: readonly Cell[]): readonly (string | null)[] {
  const seen = new Map<string, number>();
  return header.map((cell) => {
    const name = String(cell ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 200);
    if (name === '') return null;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function kindOf(rows: readonly ListRow[], name: string): ColumnKind {
  const cells = rows
    .slice(0, ROWS_LOOKED_AT)
    .map(({ fields }) => fields[name])
    .filter((cell) => cell !== undefined);
  if (cells.length === 0) return 'text';
  if (cells.every((cell) => typeof cell === 'number')) return 'number';
  if (cells.every((cell) => typeof cell === 'boolean')) return 'boolean';
  if (cells.every((cell) => typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}(T|$)/.test(cell)))
    return 'date-time';
  return 'text';
}
