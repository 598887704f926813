const ISO_DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:(Z)|([+-])(\d{2}):?(\d{2}))?)?$/;
const MINUTE_MS = 60_000;
const HALF_A_DAY_MS = 12 * 60 * MINUTE_MS;
const stockholm = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Stockholm',
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** How a column stores its dates. Date-only columns hold midnight in the site's time zone as an instant. */
export type DateKind = 'date' | 'date-time';

/**
 * The calendar date, "2025-01-01", of a date as a list stores it. An instant is read in Europe/Stockholm; one of a
 * date-only column as the UTC date of the instant + 12 h, because a list on another time zone stores 1 January as the
 * evening before. A text without a time of day, or without an offset, is the date it says. METHOD.md section 4.
 *
 * @param text an ISO 8601 date or instant
 * @returns undefined where it is neither
 */
export function dateOf(text: string, kind: DateKind): string | undefined {
  const match = ISO_DATE.exec(text.trim());
  if (!match) return undefined;
  const [
    ,
    year = '',
    month = '',
    day = '',
    hour,
    minute = '0',
    second = '0',
    utc,
    sign,
    ahead = '0',
    and = '0',
  ] = match;
  const midnight = new Date(0);
  midnight.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const says = `${year}-${month}-${day}`;
  // 30 February rolls over into March: then the text named no date.
  if (utcDate(midnight) !== says) return undefined;
  if (hour === undefined) return says;
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  if (utc === undefined && sign === undefined) return says;
  const offsetMinutes = (Number(ahead) * 60 + Number(and)) * (sign === '-' ? -1 : 1);
  const minutes = Number(hour) * 60 + Number(minute) - offsetMinutes;
  const instant = new Date(midnight.getTime() + minutes * MINUTE_MS + Number(second) * 1000);
  return kind === 'date' ? utcDate(new Date(instant.getTime() + HALF_A_DAY_MS)) : stockholmDate(instant);
}

/**
 * The calendar date in Europe/Stockholm of an ISO instant such as "2025-12-31T23:30:00Z" (there it is 2026 already).
 *
 * @throws RangeError if the text is no date
 */
export function stockholmDateOf(instant: string): string {
  const date = dateOf(instant, 'date-time');
  if (date === undefined) throw new RangeError(`not an ISO date or instant: ${instant}`);
  return date;
}

function utcDate(date: Date): string {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function stockholmDate(date: Date): string {
  const parts = new Map(stockholm.formatToParts(date).map(({ type, value }) => [type, value]));
  const part = (type: 'year' | 'month' | 'day') => Number(parts.get(type) ?? '0');
  return `${padded(part('year'), 4)}-${padded(part('month'), 2)}-${padded(part('day'), 2)}`;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

/** Days from one ISO instant to a later one, fractions included; NaN where one of them is no instant. */
export function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / (24 * 60 * MINUTE_MS);
}

/** The ISO instant a number of seconds after another. */
export function secondsAfter(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}
