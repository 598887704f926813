import type { ListRow } from '#core/result/intake.ts';
import { ProblemError } from '../../app/errors.ts';
import type { GraphPlace } from './graph-failure.ts';

/** One page of rows and the link to the next; null on the last. */
export interface RowPage {
  readonly rows: readonly ListRow[];
  readonly nextLink: string | null;
}

/**
 * A page as Graph sent it. Its rows are passed on as they are: their values are untrusted and read field by field. What
 * is not shaped like a page is a broken answer, not an empty list.
 *
 * @throws ProblemError graph-broken-answer
 */
export function toRowPage(body: unknown, { values }: GraphPlace): RowPage {
  const { value, '@odata.nextLink': nextLink } = (body ?? {}) as {
    readonly value?: unknown;
    readonly '@odata.nextLink'?: unknown;
  };
  const isLink = nextLink === undefined || nextLink === null || typeof nextLink === 'string';
  if (!Array.isArray(value) || !isLink || !value.every(isRow)) {
    throw new ProblemError('graph-broken-answer', values);
  }
  return { rows: value, nextLink: nextLink ?? null };
}

function isRow(item: unknown): item is ListRow {
  if (typeof item !== 'object' || item === null) return false;
  const { id, fields } = item as { readonly id?: unknown; readonly fields?: unknown };
  return typeof id === 'string' && typeof fields === 'object' && fields !== null;
}

/** The pages of one reading, in order. The next page is on its way while the one given is used. */
export async function* pagesFrom(
  first: string,
  read: (address: string) => Promise<RowPage>,
): AsyncGenerator<readonly ListRow[]> {
  let coming: Promise<RowPage> | null = read(first);
  while (coming !== null) {
    const page: RowPage = await coming;
    coming = page.nextLink === null ? null : read(page.nextLink);
    // A failure is thrown when its page is asked for, not while this one is used.
    coming?.catch(() => undefined);
    yield page.rows;
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
