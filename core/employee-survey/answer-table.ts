import { compareRowIds, rowNumber } from '#core/fields/row-number.ts';

/** What a row of the survey turned out to be, packed in five bits. 1–5 are the answers themselves. */
export const ANSWER_CODES = {
  leftOut: 6,
  text: 7,
  number: 8,
  boolean: 9,
  list: 10,
  object: 11,
  otherYear: 12,
  yearBlank: 13,
  yearText: 14,
  yearNumber: 15,
  yearBoolean: 16,
  yearList: 17,
  yearObject: 18,
} as const;

const CODES = 32;
const CHUNK = 4096;

/**
 * Counts rows per unit and code as they stream past. A row seen twice counts as it was last, so each row's unit and
 * code are kept in four bytes under its list id; nothing else of a row is kept.
 */
export class AnswerTable {
  readonly #chunks = new Map<number, Uint32Array>();
  /** Rows whose id is not a whole number, as arbitrary JSON may have it. */
  readonly #odd = new Map<string, number>();
  #lastChunk = -1;
  #chunk: Uint32Array = new Uint32Array(0);
  #counts = new Float64Array(CODES * 64);
  #rows = 0;

  /** @param unitIndex 0 for no unit, else the unit's number from 1, under 2^27 */
  add(rowId: string, unitIndex: number, code: number): void {
    const packed = unitIndex * CODES + code;
    const before = this.#swap(rowId, packed);
    if (before === 0) this.#rows += 1;
    else this.#counts[before] = (this.#counts[before] ?? 0) - 1;
    if (packed >= this.#counts.length) this.#grow(packed);
    this.#counts[packed] = (this.#counts[packed] ?? 0) + 1;
  }

  /** Rows seen, each id once. */
  get rows(): number {
    return this.#rows;
  }

  /** The first row ids with a code, by id; at most `limit`. */
  rowsWith(code: number, limit: number): readonly string[] {
    const found: string[] = [];
    for (const chunkIndex of [...this.#chunks.keys()].sort((a, b) => a - b)) {
      for (const [slot, packed] of (this.#chunks.get(chunkIndex) ?? []).entries()) {
        if (packed !== 0 && packed % CODES === code) found.push(String(chunkIndex * CHUNK + slot));
        if (found.length === limit) return found;
      }
    }
    const odd = [...this.#odd].filter(([, packed]) => packed % CODES === code).map(([rowId]) => rowId);
    return [...found, ...odd.sort(compareRowIds)].slice(0, limit);
  }

  count(unitIndex: number, code: number): number {
    return this.#counts[unitIndex * CODES + code] ?? 0;
  }

  /** Puts the row's new state in its place and returns the one before: 0 where the row is new. */
  #swap(rowId: string, packed: number): number {
    const id = rowNumber(rowId);
    if (id < 0) {
      const before = this.#odd.get(rowId) ?? 0;
      this.#odd.set(rowId, packed);
      return before;
    }
    const chunkIndex = Math.floor(id / CHUNK);
    if (chunkIndex !== this.#lastChunk) this.#open(chunkIndex);
    const slot = id % CHUNK;
    const before = this.#chunk[slot] ?? 0;
    this.#chunk[slot] = packed;
    return before;
  }

  #open(chunkIndex: number): void {
    const chunk = this.#chunks.get(chunkIndex) ?? new Uint32Array(CHUNK);
    this.#chunks.set(chunkIndex, chunk);
    this.#chunk = chunk;
    this.#lastChunk = chunkIndex;
  }

  #grow(needed: number): void {
    const larger = new Float64Array(Math.max(needed + CODES, this.#counts.length * 2));
    larger.set(this.#counts);
    this.#counts = larger;
  }
}
