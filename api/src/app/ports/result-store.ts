import type { ResultFigure } from '#core/result/figure.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { ResultRows } from '#core/result/row-schema.ts';
import type { Vintage } from '#core/result/vintage.ts';

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

/** A result that was published. It never changes. */
export interface StoredVintage extends StoredResult {
  readonly vintage: Vintage;
  /** The contents as they were stored, for their hashes. */
  asStored(): Promise<{ readonly result: Readonly<Record<string, unknown>>; readonly rows: unknown }>;
}

/** What has been published. Vintages are added, never changed or removed. */
export interface VintageStore {
  /** The latest vintage of each year that has one. */
  latestOfYears(tenantId: string): Promise<readonly Pick<StoredVintage, 'head' | 'vintage'>[]>;
  latest(tenantId: string, year: number): Promise<StoredVintage | null>;
  find(tenantId: string, year: number, hash: string): Promise<StoredVintage | null>;
  /** Every vintage of a year, oldest first. */
  list(tenantId: string, year: number): Promise<readonly StoredVintage[]>;
  /** Adds a vintage with its contents; false where another one took its number first. */
  add(tenantId: string, vintage: Vintage, result: IndexResult, rows: ResultRows): Promise<boolean>;
}

/** The last good result of each year, and its vintages. A reader sees a whole result or the one before it, never half of one. */
export interface ResultStore {
  readonly vintages: VintageStore;
  heads(tenantId: string): Promise<readonly ResultHead[]>;
  find(tenantId: string, year: number): Promise<StoredResult | null>;
  /**
   * What anybody may have seen of a year's surveys: of all results ever saved for it, one for each state that the surveys
   * were in. The audit compares a new result with them, so nothing removes them.
   */
  seen(tenantId: string, year: number): Promise<readonly IndexResult[]>;
  /**
   * Saves a result that was audited against `audited`, all that {@link seen} gave before it was computed. Where somebody else has
   * saved another state of the year's surveys since, it is not made readable: nobody has held the two against each other.
   *
   * @throws ProblemError storage-unavailable then, so that it is computed anew
   */
  save(
    tenantId: string,
    result: IndexResult,
    rows: ResultRows,
    audited: readonly IndexResult[],
  ): Promise<void>;
}
