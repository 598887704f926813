import type { ResultFigure } from '#core/result/figure.ts';
import type { IndexResult, ResultRows } from '#core/result/result-schema.ts';

/** The stored result of a year without its contents: enough for the list of years and for an ETag. */
export interface ResultHead {
  readonly year: number;
  readonly hash: string;
  readonly computedAt: string;
  readonly running: boolean;
  readonly index: ResultFigure;
  readonly preconditions: ResultFigure;
  readonly delivery: ResultFigure;
  readonly benefit: ResultFigure;
}

/** A result and the rows behind it, of one computing. */
export interface StoredResult {
  readonly head: ResultHead;
  result(): Promise<IndexResult>;
  rows(): Promise<ResultRows>;
}

/** The last good result of each year. A reader sees a whole result or the one before it, never half of one. */
export interface ResultStore {
  heads(tenantId: string): Promise<readonly ResultHead[]>;
  find(tenantId: string, year: number): Promise<StoredResult | null>;
  /**
   * What anybody may have seen of a year's surveys: of all results ever saved for it, one for each state that the surveys
   * were in. The audit compares a new result with them, so nothing removes them.
   */
  seen(tenantId: string, year: number): Promise<readonly IndexResult[]>;
  save(tenantId: string, result: IndexResult, rows: ResultRows): Promise<void>;
}
