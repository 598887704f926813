/** What a cell can hold. */
export type CsvCell = string | number | null;

/** A spreadsheet reads a text that begins so as a formula. Source: OWASP, "CSV injection". */
const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * A table as CSV (RFC 4180): comma, decimal point, CRLF, UTF-8 with a byte order mark so that Excel reads å, ä and ö. A
 * text that a spreadsheet would take for a formula gets an apostrophe before it; numbers are numbers, also below zero.
 */
export function toCsv(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [columns, ...rows].map((row) => row.map(cell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = FORMULA_START.test(value.trimStart()) || FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
