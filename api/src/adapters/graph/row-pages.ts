import type { ListRow } from '#core/result/intake.ts';
import { ProblemError, type ProblemValues } from '../../app/errors.ts';
import type { GraphPlace } from './graph-failure.ts';

/** One page of rows and the link to the next; null on the last. */
export interface RowPage {
  readonly rows: readonly ListRow[];
  readonly nextLink: string | null;
}

/**
 * A page from its text as Graph sent it. Its rows are passed on as they are: their values are untrusted and read field by field. What
 * is not shaped like a page is a broken answer, not an empty list.
 *
 * @throws ProblemError graph-broken-answer
 */
export function toRowPage(text: string, { values }: GraphPlace): RowPage {
  const { value, '@odata.nextLink': nextLink } = (parsed(text, values) ?? {}) as {
    readonly value?: unknown;
    readonly '@odata.nextLink'?: unknown;
  };
  const isLink = nextLink === undefined || nextLink === null || typeof nextLink === 'string';
  if (!Array.isArray(value) || !isLink || !value.every(isRow)) {
    throw new ProblemError('graph-broken-answer', values);
  }
  return { rows: value, nextLink: nextLink ?? null };
}

/** Text that is no JSON is a broken answer, not a passing fault of the line. */
function parsed(text: string, values: ProblemValues): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProblemError('graph-broken-answer', values, { cause: error });
  }
}

function isRow(item: unknown): item is ListRow {
  if (typeof item !== 'object' || item === null) return false;
  const { id, fields } = item as { readonly id?: unknown; readonly fields?: unknown };
  return typeof id === 'string' && typeof fields === 'object' && fields !== null;
}

/** Graph writes the link before the rows, within this many characters. */
const HEAD_LENGTH = 4000;

/**
 * The link to the next page, seen in the text before it is parsed; null where it can't be told so early. Only the part
 * before the rows is looked at, so that nothing in a row can pass for it.
 */
export function glimpsedNextLink(text: string): string | null {
  const [head = '', rows] = text.slice(0, HEAD_LENGTH).split(/"value" *:/, 2);
  const literal = /"@odata\.nextLink" *: *("(?:[^"\\]|\\.)*")/.exec(head)?.[1];
  if (rows === undefined || literal === undefined) return null;
  try {
    return String(JSON.parse(literal));
  } catch {
    return null;
  }
}

/**
 * The pages of one reading, in order. The next page is on its way while the one given is parsed and used.
 *
 * @param read the text of a page at an address
 * @param open the page in a text
 */
export async function* pagesFrom(
  first: string,
  read: (address: string) => Promise<string>,
  open: (text: string) => RowPage,
): AsyncGenerator<readonly ListRow[]> {
  const begin = (address: string): Promise<string> => {
    const reading = read(address);
    // A failure is thrown when its page is asked for, not while another one is used.
    reading.catch(() => undefined);
    return reading;
  };
  let coming: Promise<string> | null = begin(first);
  while (coming !== null) {
    const text: string = await coming;
    const glimpsed = glimpsedNextLink(text);
    coming = glimpsed === null ? null : begin(glimpsed);
    const { rows, nextLink } = open(text);
    if (nextLink !== glimpsed) coming = nextLink === null ? null : begin(nextLink);
    yield rows;
  }
}

/**
 * Rows whose columns were asked for in several readings, put together by id. The readings run side by side; a row that
 * one of them never gave was deleted or added meanwhile, and is left for the next refresh.
 */
export async function* joinedPages(
  readings: readonly AsyncIterator<readonly ListRow[]>[],
): AsyncGenerator<readonly ListRow[]> {
  const waiting = new Map<string, { readonly fields: Record<string, unknown>; left: number }>();
  for (;;) {
    const pages = await Promise.all(readings.map((reading) => reading.next()));
    const whole: ListRow[] = [];
    for (const page of pages) {
      for (const { id, fields } of page.done === true ? [] : page.value) {
        const row = waiting.get(id) ?? { fields: {}, left: readings.length };
        Object.assign(row.fields, fields);
        row.left -= 1;
        waiting.set(id, row);
        if (row.left > 0) continue;
        waiting.delete(id);
        whole.push({ id, fields: row.fields });
      }
    }
    if (whole.length > 0) yield whole;
    if (pages.every((page) => page.done === true)) return;
  }
}
