import { ProblemError } from '../../app/errors.ts';

/** Rows times columns that a table may reach over: a million rows of twenty columns. A cell takes memory even where it is blank. */
const MOST_CELLS = 20_000_000;
const SHOWN_LIMIT = '20 000 000';

/**
 * Refuses a table that would take more memory than the machine has, before anything is laid out.
 *
 * @param table The sheet's name, or the file's where it has none
 * @throws ProblemError file-too-many-cells
 */
export function assureFewCells(fileName: string, table: string, rows: number, columns: number): void {
  if (rows * columns <= MOST_CELLS) return;
  throw new ProblemError('file-too-many-cells', { file: fileName, list: table, limit: SHOWN_LIMIT });
}
