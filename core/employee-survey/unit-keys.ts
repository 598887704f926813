import { foldWords, tidyText } from '#core/fields/fold-words.ts';

interface Level {
  readonly above: Level | null;
  /** As first in code-point order among the spellings met; '' where a cell names nothing. */
  name: string;
  /** Every spelling met, so that a row costs one look-up; null for a blank. */
  readonly bySpelling: Map<string | number, Level | null>;
  readonly byWords: Map<string, Level>;
  /** What stands in a cell that is neither text nor number. */
  unreadable: Level | null;
  /** The unit's number from 1; 0 until a row stands exactly here. */
  index: number;
}

/** Spellings remembered in all: free text in the wrong column must not fill the memory. */
const MAX_SPELLINGS = 100_000;

/**
 * Numbers the units as rows name them, without building a key per row: one map look-up for each path column. Names that
 * differ in case or spaces are one unit; equal names under different parents are different units. Number 0 is "no unit".
 */
export class UnitKeys {
  readonly #root = levelUnder(null, '');
  readonly #levels: Level[] = [this.#root];
  #spellings = 0;

  /**
   * The number of the unit that a row names. The path ends at the first blank column.
   *
   * @param keys the field keys that spell the path from the top; one for a unit column or lookup
   */
  indexOf(fields: Readonly<Record<string, unknown>>, keys: readonly string[]): number {
    let level = this.#root;
    for (const key of keys) {
      const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (value === null || value === undefined || value === '') break;
      const known = level.bySpelling.get(value as string | number);
      const next = known === undefined ? this.#meet(level, value) : known;
      if (next === null) break;
      level = next;
    }
    if (level.index === 0 && level !== this.#root) {
      level.index = this.#levels.length;
      this.#levels.push(level);
    }
    return level.index;
  }

  /** The path of each unit by number: [] for no unit; with a part '' where a cell held something that names no unit. */
  list(): readonly (readonly string[])[] {
    return this.#levels.map(pathOf);
  }

  get size(): number {
    return this.#levels.length;
  }

  #meet(level: Level, value: unknown): Level | null {
    if (typeof value !== 'string' && typeof value !== 'number') {
      level.unreadable ??= levelUnder(level, '');
      return level.unreadable;
    }
    const name = tidyText(String(value));
    const words = foldWords(name);
    let next = name === '' ? null : level.byWords.get(words);
    if (next === undefined) {
      next = levelUnder(level, name);
      level.byWords.set(words, next);
    }
    if (next && name < next.name) next.name = name;
    if (this.#spellings < MAX_SPELLINGS) {
      this.#spellings += 1;
      level.bySpelling.set(value, next);
    }
    return next;
  }
}

function levelUnder(above: Level | null, name: string): Level {
  return { above, name, bySpelling: new Map(), byWords: new Map(), unreadable: null, index: 0 };
}

function pathOf(level: Level): readonly string[] {
  const path: string[] = [];
  for (let at = level; at.above !== null; at = at.above) path.unshift(at.name);
  return path;
}
