import { compareRowIds, rowNumber } from '#core/fields/row-number.ts';

const CHUNK_ROWS = 1024;
const LANES = 3;

/** What is kept of one maturity answer: numbers that mean nothing outside the tally. */
export interface AnswerRow {
  /** What became of the row; 0 is never used. */
  readonly code: number;
  readonly person: number;
  readonly statement: number;
  readonly unit: number;
}

/**
 * Maturity answers as they stream past, twelve bytes a row under its list id, so that a row seen twice counts as it was
 * last. Persons, statements and units are numbers; no text of a row is kept.
 */
export class AnswerRows {
  readonly #chunks = new Map<number, Uint32Array>();
  /** Rows whose id is not a whole number, as arbitrary JSON may have it. */
  readonly #odd = new Map<string, AnswerRow>();
  #rows = 0;

  /** @param row code 1–255, person and unit under 2^32, statement under 2^24 */
  set(rowId: string, row: AnswerRow): void {
    const id = rowNumber(rowId);
    if (id < 0) {
      if (!this.#odd.has(rowId)) this.#rows += 1;
      this.#odd.set(rowId, row);
      return;
    }
    const chunkIndex = Math.floor(id / CHUNK_ROWS);
    let chunk = this.#chunks.get(chunkIndex);
    if (!chunk) {
      chunk = new Uint32Array(CHUNK_ROWS * LANES);
      this.#chunks.set(chunkIndex, chunk);
    }
    const at = (id % CHUNK_ROWS) * LANES;
    if (chunk[at] === 0) this.#rows += 1;
    chunk[at] = row.statement * 256 + row.code;
    chunk[at + 1] = row.person;
    chunk[at + 2] = row.unit;
  }

  /** Rows seen, each id once. */
  get size(): number {
    return this.#rows;
  }

  /** Every row once, by ascending id, whatever order they came in; ids that are no whole numbers last. */
  *entries(): Generator<readonly [rowId: string, row: AnswerRow]> {
    for (const [chunkIndex, chunk] of [...this.#chunks].sort(([a], [b]) => a - b)) {
      for (let slot = 0; slot < CHUNK_ROWS; slot += 1) {
        const packed = chunk[slot * LANES] ?? 0;
        if (packed === 0) continue;
        const row = {
          code: packed % 256,
          statement: Math.floor(packed / 256),
          person: chunk[slot * LANES + 1] ?? 0,
          unit: chunk[slot * LANES + 2] ?? 0,
        };
        yield [String(chunkIndex * CHUNK_ROWS + slot), row];
      }
    }
    yield* [...this.#odd].sort(([a], [b]) => compareRowIds(a, b));
  }
}
