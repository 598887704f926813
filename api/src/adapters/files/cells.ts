/** A cell as it is read on: text, number, boolean, or nothing. Dates are ISO text. */
export type Cell = string | number | boolean | null;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const NUMERIC_DATE = /^(\d{1,2})[/.](\d{1,2})[/. -](\d{4})$/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;
const WORDED_DATE = /^(?:den )?(\d{1,2})(?::?[ea])? ([a-zåäö]{3,9})\.? (\d{4})$/i;

/** A cell of a workbook. Excel's dates have no time zone: the day is the one the cell shows. */
export function workbookCell(value: unknown): Cell {
  if (value instanceof Date) {
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
  }
  if (typeof value === 'string') return textCell(value);
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** A text as a cell: dates as Swedes write them ("31/1 2025", "31 januari 2025") become ISO dates. */
export function textCell(text: string): Cell {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return swedishDate(trimmed) ?? text;
}

function swedishDate(text: string): string | null {
  if (text.length > 24) return null;
  const numeric = NUMERIC_DATE.exec(text);
  if (numeric) return isoDate(numeric[3], numeric[2], numeric[1]);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return isoDate(yearFirst[1], yearFirst[2], yearFirst[3]);
  const worded = WORDED_DATE.exec(text);
  const month = MONTHS.indexOf((worded?.[2] ?? '').slice(0, 3).toLowerCase());
  return worded && month >= 0 ? isoDate(worded[3], String(month + 1), worded[1]) : null;
}

function isoDate(year = '', month = '', day = ''): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
