import type { Finding, FindingRule } from '#core/result/result-schema.ts';
import { findingSeverity } from './rules.ts';

const MAX_ROW_IDS = 100;

/** Where a finding stands: the row's list id and column, what kind of value, and named values for its message. */
export interface FindingPlace {
  readonly rowId?: string;
  readonly column?: string | null;
  readonly valueClass?: Finding['valueClass'];
  /** Never a survey answer. */
  readonly detail?: Readonly<Record<string, string>>;
}

interface Gathered {
  count: number;
  readonly rowIds: string[];
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
    gathered.count += 1;
    if (place.rowId !== undefined && gathered.rowIds.length < MAX_ROW_IDS) gathered.rowIds.push(place.rowId);
  }

  /** The findings so far, in a fixed order that does not depend on the order of rows. */
  findings(): readonly Finding[] {
    return [...this.#gathered.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { finding, count, rowIds }]) => ({ ...finding, count, rowIds: [...rowIds].sort(byRowId) }));
  }
}

function byRowId(a: string, b: string): number {
  return Number(a) - Number(b) || (a < b ? -1 : a > b ? 1 : 0);
}
