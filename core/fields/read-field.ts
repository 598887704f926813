import { exact, type Exact } from '#core/number/exact.ts';
import { parseNumber } from '#core/number/parse-number.ts';
import type { ColumnKind } from '#core/result/column-kinds.ts';
import type { ColumnFacts, ListRow } from '#core/result/intake.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import { foldWords, tidyText } from './fold-words.ts';
import { dateOf } from './swedish-date.ts';

/** What kind of thing stood in a cell; never the thing itself. */
export type ValueClass = Finding['valueClass'];

/** A field that was read: a value, a blank cell, or something that is not what the column should hold. */
export type FieldValue<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable'; readonly valueClass: ValueClass };

/** Reads one mapped column of a row; a field that is not mapped reads as blank. Never throws, whatever the row holds. */
export type FieldReader<T> = (row: ListRow) => FieldValue<T>;

/** What a row names another row by: its list item id (a lookup or person column) or a text to compare with its id. */
export type Reference =
  | { readonly by: 'row'; readonly rowId: string }
  /** `folded` is compared with folded ids; `text` is how it was written. */
  | { readonly by: 'text'; readonly folded: string; readonly text: string };

const BLANK = { kind: 'blank' } as const;
const HUNDRED = exact(100);
const [FIRST_YEAR, LAST_YEAR] = [exact(1900), exact(2200)];

/** Says what kind of JSON value this is, for a finding. */
export function classOf(value: unknown): ValueClass {
  if (isBlank(value)) return 'blank';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return Array.isArray(value) ? 'list' : 'object';
}

/** The kind of thing that a field was read from. */
export function classOfField(field: FieldValue<unknown>): ValueClass {
  return field.kind === 'value' ? 'text' : field.kind === 'blank' ? 'blank' : field.valueClass;
}

/** Null, undefined, empty or nothing but spaces and invisible characters. */
export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && tidyText(value) === '');
}

/** The key of a column in `fields`: a lookup or person stands under its name + `LookupId`. */
export function fieldKey(name: string, kind: ColumnKind | undefined): string {
  return kind === 'lookup' || kind === 'person' ? `${name}LookupId` : name;
}

/**
 * A member of the row's fields, untouched. Own members only, since a column may be called "constructor"; undefined
 * where the row has no such member, or no fields at all.
 */
export function ownField(row: ListRow, key: string): unknown {
  const fields: unknown = row.fields;
  if (typeof fields !== 'object' || fields === null || !Object.hasOwn(fields, key)) return undefined;
  return (fields as Record<string, unknown>)[key];
}

/** Makes readers for the mapped columns of one source, once their definitions are known. */
export class FieldReaders {
  readonly #kinds: ReadonlyMap<string, ColumnKind>;

  constructor(columns: readonly ColumnFacts[]) {
    this.#kinds = new Map(columns.map((column) => [column.name, column.kind]));
  }

  /** Text, tidied. A number (a lookup id, an id column) reads as its digits. */
  text(column: string | null): FieldReader<string> {
    return this.#reader(column, (value) => {
      const text = textOf(value);
      return text === undefined ? unreadable(value) : { kind: 'value', value: text };
    });
  }

  /**
   * A number as lists write them, exact. A SharePoint percentage column stores 65,1 % as 0.651: known by its
   * definition, never guessed from the value, it reads as 65.1.
   */
  number(column: string | null): FieldReader<Exact> {
    return this.#numberReader(column, false);
  }

  /** The same where a percentage is expected: text may end in a percent sign ("65,1 %" reads as 65.1). */
  percent(column: string | null): FieldReader<Exact> {
    return this.#numberReader(column, true);
  }

  /** A year: a whole number 1900–2200, or the year of a date ({@link dateOf}). METHOD.md section 4. */
  year(column: string | null): FieldReader<number> {
    const kind = this.#kindOf(column);
    return this.#reader(column, (value) => {
      const year = isDate(kind)
        ? yearOfDate(value, kind)
        : (yearOfNumber(value) ?? yearOfDate(value, 'date-time'));
      return year === undefined ? unreadable(value) : { kind: 'value', value: year };
    });
  }

  /** A calendar date, "2025-01-01" ({@link dateOf}). */
  date(column: string | null): FieldReader<string> {
    const kind = this.#kindOf(column);
    return this.#reader(column, (value) => {
      const date = typeof value === 'string' ? dateOf(value, isDate(kind) ? kind : 'date-time') : undefined;
      return date === undefined ? unreadable(value) : { kind: 'value', value: date };
    });
  }

  /** What the row refers to: by row id in a lookup or person column, else by text. */
  reference(column: string | null): FieldReader<Reference> {
    const kind = this.#kindOf(column);
    const byRow = kind === 'lookup' || kind === 'person';
    return this.#reader<Reference>(column, (value) => {
      const text = textOf(value);
      if (text === undefined || (byRow && !/^\d{1,15}$/.test(text))) return unreadable(value);
      return byRow
        ? { kind: 'value', value: { by: 'row', rowId: String(Number(text)) } }
        : { kind: 'value', value: { by: 'text', folded: foldWords(text), text } };
    });
  }

  #numberReader(column: string | null, percent: boolean): FieldReader<Exact> {
    const isShare = this.#kindOf(column) === 'percentage';
    return this.#reader(column, (value) => {
      const parsed = parseNumber(value, { percent: percent || isShare });
      if (parsed.kind === 'problem') return parsed.problem === 'blank' ? BLANK : unreadable(value);
      // A text that spells its percent sign is a percentage already, whatever the column.
      const isScaled = isShare && !(typeof value === 'string' && value.trimEnd().endsWith('%'));
      return { kind: 'value', value: isScaled ? parsed.value.mul(HUNDRED) : parsed.value };
    });
  }

  #kindOf(column: string | null): ColumnKind | undefined {
    return column === null ? undefined : this.#kinds.get(column);
  }

  #reader<T>(column: string | null, read: (value: unknown) => FieldValue<T>): FieldReader<T> {
    if (column === null) return () => BLANK;
    const kind = this.#kindOf(column);
    const key = fieldKey(column, kind);
    return (row) => {
      const value = cellOf(row, column, key);
      return isBlank(value) ? BLANK : read(value);
    };
  }
}

/**
 * The raw cell. A list of one (a multiple choice or lookup with one value) is that one; a list of several stays a list,
 * which no reader takes for a value.
 */
function cellOf(row: ListRow, name: string, key: string): unknown {
  let value = ownField(row, key);
  // Multiple lookups stand under the plain name, as objects.
  if (value === undefined && key !== name) value = ownField(row, name);
  if (!Array.isArray(value)) return value;
  if (value.length === 0) return undefined;
  if (value.length > 1) return value;
  const only: unknown = value[0];
  return typeof only === 'object' && only !== null && 'LookupId' in only ? only.LookupId : only;
}

function unreadable(value: unknown): { readonly kind: 'unreadable'; readonly valueClass: ValueClass } {
  return { kind: 'unreadable', valueClass: classOf(value) };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return tidyText(value);
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

function isDate(kind: ColumnKind | undefined): kind is 'date' | 'date-time' {
  return kind === 'date' || kind === 'date-time';
}

function yearOfNumber(value: unknown): number | undefined {
  const parsed = parseNumber(value);
  if (parsed.kind === 'problem' || parsed.value.d !== 1n) return undefined;
  const isYear = parsed.value.compare(FIRST_YEAR) >= 0 && parsed.value.compare(LAST_YEAR) <= 0;
  return isYear ? parsed.value.valueOf() : undefined;
}

function yearOfDate(value: unknown, kind: 'date' | 'date-time'): number | undefined {
  const date = typeof value === 'string' ? dateOf(value, kind) : undefined;
  return date === undefined ? undefined : Number(date.slice(0, 4));
}
