interface Level {
  readonly next: Map<unknown, Level>;
  /** The unit's number from 1; 0 until a row stands exactly here. */
  index: number;
}

/**
 * Numbers the units as rows name them, without building a key per row: one map look-up for each path column.
 * Number 0 is "no unit".
 */
export class UnitKeys {
  readonly #root: Level = { next: new Map(), index: 0 };
  readonly #paths: (readonly string[])[] = [[]];

  /** @param keys the field keys that spell the path from the top; one for a unit column or lookup */
  indexOf(fields: Readonly<Record<string, unknown>>, keys: readonly string[]): number {
    let level = this.#root;
    for (const key of keys) {
      const value = fields[key];
      if (value === null || value === undefined || value === '') break;
      let next = level.next.get(value);
      if (!next) {
        if (typeof value !== 'string' && typeof value !== 'number') break;
        next = { next: new Map(), index: 0 };
        level.next.set(value, next);
      }
      level = next;
    }
    if (level === this.#root) return 0;
    if (level.index === 0) {
      level.index = this.#paths.length;
      this.#paths.push(this.#pathOf(fields, keys));
    }
    return level.index;
  }

  /** The path of each unit by number; [] for no unit. */
  list(): readonly (readonly string[])[] {
    return this.#paths;
  }

  get size(): number {
    return this.#paths.length;
  }

  #pathOf(fields: Readonly<Record<string, unknown>>, keys: readonly string[]): readonly string[] {
    const path: string[] = [];
    for (const key of keys) {
      const value = fields[key];
      if ((typeof value !== 'string' || value === '') && typeof value !== 'number') break;
      path.push(String(value).replace(/\s+/gu, ' ').trim());
    }
    return path;
  }
}
