import Papa from 'papaparse';
import type { FileLocation } from '#core/settings/source-location.ts';
import { ProblemError } from '../../app/errors.ts';
import type { FileTable } from '../../app/ports/table-files.ts';
import { assureFewCells } from './cell-limit.ts';
import { textCell } from './cells.ts';
import { tableOf } from './table-of.ts';

const DELIMITERS = [';', ',', '\t', '|'];
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * A CSV file: semicolons, commas or tabs; UTF-8 or Windows-1252, as Swedish Excel writes.
 *
 * @throws ProblemError file-too-many-cells, file-ragged, file-empty, file-broken, file-wrong-type
 */
export function readTextTable(name: string, bytes: Uint8Array, { headerRow }: FileLocation): FileTable {
  const values = { file: name, list: name };
  if (bytes.includes(0) && !isUtf16(bytes)) throw new ProblemError('file-wrong-type', values);
  const text = decoded(bytes);
  // A line takes as much as ten cells, even where it is blank.
  assureFewCells(name, name, Math.max(count(bytes, LINE_FEED), count(bytes, CARRIAGE_RETURN)), 10);
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text, headerRow),
    skipEmptyLines: false,
  });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes) throw new ProblemError('file-broken', { ...values, row: String((quotes.row ?? 0) + 1) });
  const header = data[headerRow - 1];
  if (header === undefined) throw new ProblemError('file-empty', values);
  const width = lastFilled(header);
  const rows = data.slice(headerRow);
  for (const [index, row] of rows.entries()) {
    const found = lastFilled(row);
    // A line that is cut short or has a separator too many has its values under the wrong headings.
    const isRagged = found > width || (found > 0 && row.length < width);
    if (!isRagged) continue;
    const row1 = String(headerRow + 1 + index);
    throw new ProblemError('file-ragged', {
      ...values,
      row: row1,
      found: String(Math.max(found, row.length)),
      expected: String(width),
    });
  }
  return tableOf({
    fileName: name,
    header: header.map(textCell),
    rows: rows.map((row) => row.map(textCell)),
    firstRowNumber: headerRow + 1,
    percentColumns: new Set(),
  });
}

/**
 * What separates the headings: of a decimal comma and a semicolon, the rows alone can't tell. Semicolons where nothing
 * does.
 */
function delimiterOf(text: string, headerRow: number): string {
  const heading = text.split(/\r\n|\n|\r/, headerRow).at(-1) ?? '';
  const bare = heading.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ';';
}

function count(bytes: Uint8Array, byte: number): number {
  let found = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) found += 1;
  return found;
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** UTF-8 where the bytes are that, by a mark or by fitting; else the code page of Swedish Windows. */
function decoded(bytes: Uint8Array): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
