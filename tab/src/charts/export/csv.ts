import type { ChartData } from '../chart-data.ts';

/** Numbers as the tab writes them, with a sign, groups and a unit: these may begin with a sign. */
const NUMBER = /^[-+\u2212]?(\d+|\d{1,3}([\u00a0\u202f ]\d{3})+)([.,]\d+)?\s?%?$/u;
/** What spreadsheets take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r\n\u2212\uff1d\uff0b\uff0d\uff20]/u;

/**
 * A picture's data as a file that a Swedish Excel opens: semicolons, CRLF, a byte order mark, hyphens for minus signs.
 * A text that a spreadsheet would run as a formula is kept from it by an apostrophe.
 */
export function csvOf({ columns, rows }: ChartData): string {
  const lines = [columns.map(({ header }) => header), ...rows.map(({ cells }) => cells)];
  return `\ufeff${lines.map((cells) => cells.map(field).join(';')).join('\r\n')}\r\n`;
}

function field(text: string): string {
  const isNumber = NUMBER.test(text);
  const safe = isNumber
    ? text.replace('\u2212', '-').replaceAll(/[\u00a0\u202f ](?=\d)/gu, '')
    : FORMULA.test(text)
      ? `'${text}`
      : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
