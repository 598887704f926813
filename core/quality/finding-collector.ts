import { compareRowIds } from '#core/fields/row-number.ts';
import type { Finding, FindingRule } from '#core/quality/finding-schema.ts';
import { findingSeverity } from './rules.ts';

const MAX_ROW_IDS = 100;

/** Where a finding stands: the row's list id and column, what kind of value, and named values for its message. */
export interface FindingPlace {
  readonly rowId?: string;
  readonly column?: string | null;
  readonly valueClass?: Finding['valueClass'];
  /** How many rows are alike, where they were counted elsewhere; 1 if not told. */
  readonly count?: number;
  /** Their ids, or some of them. */
  readonly rowIds?: readonly string[];
  /** Never a survey answer. */
  readonly detail?: Readonly<Record<string, string>>;
}

interface Gathered {
  count: number;
  rowIds: string[];
  readonly finding: Omit<Finding, 'count' | 'rowIds'>;
}

/** Gathers findings of one source, alike ones together, so that ten thousand bad rows are one finding with a count. */
export class FindingCollector {
  readonly #sourceId: string | null;
  readonly #gathered = new Map<string, Gathered>();

  constructor(sourceId: string | null) {
    this.#sourceId = sourceId;
  }

  add(rule: FindingRule, place: FindingPlace = {}): void {
    const { column = null, valueClass = 'none', detail = {} } = place;
    const key = JSON.stringify([rule, column, valueClass, detail]);
    let gathered = this.#gathered.get(key);
    if (!gathered) {
      const severity = findingSeverity(rule);
      gathered = {
        count: 0,
        rowIds: [],
        finding: { rule, severity, sourceId: this.#sourceId, column, valueClass, detail },
      };
      this.#gathered.set(key, gathered);
    }
    gathered.count += place.count ?? 1;
    if (place.rowId !== undefined) gathered.rowIds.push(place.rowId);
    if (place.rowIds) gathered.rowIds.push(...place.rowIds.slice(0, MAX_ROW_IDS));
    // The first by id, not by arrival: the order of rows must not show. Cut now and then, so that memory stays small.
    if (gathered.rowIds.length > 10 * MAX_ROW_IDS) gathered.rowIds = firstRowIds(gathered.rowIds);
  }

  /** The findings so far, in a fixed order that does not depend on the order of rows. */
  findings(): readonly Finding[] {
    return [...this.#gathered.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { finding, count, rowIds }]) => ({ ...finding, count, rowIds: firstRowIds(rowIds) }));
  }
}

function firstRowIds(rowIds: readonly string[]): string[] {
  return [...rowIds].sort(compareRowIds).slice(0, MAX_ROW_IDS);
}
