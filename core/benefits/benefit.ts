import type { Exact } from '#core/number/exact.ts';
import type { BenefitKind } from '#core/result/figure-ids.ts';
import type { Finding } from '#core/quality/finding-schema.ts';

/** A valid indicator of the benefit register. `measured` null: not yet measured. */
export interface Benefit {
  readonly rowId: string;
  readonly sourceId: string;
  readonly businessId: string;
  readonly title: string;
  readonly year: number;
  readonly kind: BenefitKind;
  readonly initiative: string;
  readonly portfolioObject: string;
  /** Null where the list has no baseline column: attainment is measured/expected. */
  readonly baseline: Exact | null;
  readonly expected: Exact;
  readonly measured: Exact | null;
  readonly weight: Exact;
}

export interface BenefitsTally {
  /** Valid indicators of the computed year. */
  readonly benefits: readonly Benefit[];
  /** Rows of the year, the ones set aside included: tells "no rows" from "none valid". */
  readonly rowsOfYear: number;
  readonly rowsRead: number;
  readonly otherYears: number;
  readonly setAside: number;
  readonly findings: readonly Finding[];
}
