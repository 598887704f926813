import { readSheet } from 'read-excel-file/universal';
import type { FileLocation } from '#core/settings/source-location.ts';
import { ProblemError } from '../../app/errors.ts';
import type { FileOutline, FileTable } from '../../app/ports/table-files.ts';
import { assureFewCells } from './cell-limit.ts';
import { workbookCell, type Cell } from './cells.ts';
import { tableOf } from './table-of.ts';
import { openArchive } from './workbook-archive.ts';
import {
  errorCells,
  percentColumns,
  sheetParts,
  sheetReach,
  type NamedTable,
  type SheetPart,
} from './workbook-parts.ts';

/** What a formula's error reads as: not a number, not a year, not blank. */
const FORMULA_ERROR = '#FEL!';

/** The sheets and named tables. @throws ProblemError as {@link openArchive} */
export function outlineOf(name: string, bytes: Uint8Array): FileOutline {
  try {
    const sheets = sheetParts(openArchive(name, bytes));
    return {
      sheets: sheets.map((sheet) => ({ name: sheet.name, tables: sheet.tables.map((table) => table.name) })),
    };
  } catch (error) {
    throw broken(name, error);
  }
}

/**
 * One table of a workbook.
 *
 * @throws ProblemError as {@link openArchive}; file-too-many-cells, sheet-missing, file-empty
 */
export async function readWorkbookTable(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  location: FileLocation,
): Promise<FileTable> {
  try {
    return await tableIn(name, bytes, location);
  } catch (error) {
    throw broken(name, error);
  }
}

async function tableIn(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  location: FileLocation,
): Promise<FileTable> {
  const archive = openArchive(name, bytes);
  const place = placeOf(sheetParts(archive), location, name);
  const sheetXml = archive.text(place.sheet.path) ?? '';
  const reach = sheetReach(sheetXml);
  assureFewCells(name, place.sheet.name, reach.rows, reach.columns);
  const errors = errorCells(sheetXml);
  const data = await sheetData(bytes, place.sheet.name);
  const cell = (row: number, column: number): Cell =>
    errors.has(`${row},${column}`) ? FORMULA_ERROR : workbookCell(data[row]?.[column]);
  const whole = wholeSheet(data, errors, location.headerRow);
  const { firstRow, firstColumn, ...end } = place.table ?? whole;
  // A table may say that it goes on for ever.
  const [lastRow, lastColumn] = [
    Math.min(end.lastRow, whole.lastRow),
    Math.min(end.lastColumn, whole.lastColumn),
  ];
  const columns = Array.from(
    { length: Math.max(0, lastColumn - firstColumn + 1) },
    (_, index) => firstColumn + index,
  );
  const percent = percentColumns(archive, sheetXml, firstRow + 1);
  return tableOf({
    fileName: name,
    header: columns.map((column) => cell(firstRow, column)),
    rows: Array.from({ length: Math.max(0, lastRow - firstRow) }, (_, index) =>
      columns.map((column) => cell(firstRow + 1 + index, column)),
    ),
    firstRowNumber: firstRow + 2,
    percentColumns: new Set([...percent].map((column) => column - firstColumn)),
  });
}

type SheetData = readonly (readonly unknown[])[];

async function sheetData(bytes: Uint8Array<ArrayBuffer>, sheet: string): Promise<SheetData> {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return readSheet(whole ? bytes.buffer : bytes.slice().buffer, sheet);
}

/** Whatever an archive or a part of it throws, by its own reader or ours, means that the file is not as Excel writes one. */
function broken(name: string, error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError('file-broken', { file: name, list: name }, { cause: error });
}

function placeOf(
  sheets: readonly SheetPart[],
  { sheet: sheetName, table: tableName }: FileLocation,
  fileName: string,
): { readonly sheet: SheetPart; readonly table: NamedTable | null } {
  const holder =
    tableName === null
      ? sheets.find(({ name }) => sheetName === null || name === sheetName)
      : sheets.find(({ tables }) => tables.some(({ name }) => name === tableName));
  if (holder === undefined) {
    const sheet = tableName ?? sheetName ?? '1';
    throw new ProblemError('sheet-missing', { file: fileName, list: fileName, sheet });
  }
  return { sheet: holder, table: holder.tables.find(({ name }) => name === tableName) ?? null };
}

/** The library ends a sheet at its last value; an error beyond it is a cell all the same. */
function wholeSheet(
  data: SheetData,
  errors: ReadonlySet<string>,
  headerRow: number,
): Omit<NamedTable, 'name'> {
  let [lastRow, lastColumn] = [data.length - 1, -1];
  for (const row of data) lastColumn = Math.max(lastColumn, row.length - 1);
  for (const cell of errors) {
    const [row = 0, column = 0] = cell.split(',').map(Number);
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
  }
  return { firstRow: headerRow - 1, lastRow, firstColumn: 0, lastColumn };
}
