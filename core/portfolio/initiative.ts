import type { Exact } from '#core/number/exact.ts';
import type { InitiativeStatus } from '#core/result/figure-ids.ts';
import type { Finding } from '#core/quality/finding-schema.ts';

/** The three portfolio scales: −1 at the first-named end, +1 at the other. METHOD.md section 4. */
export const PORTFOLIO_SCALES = ['innovationEfficiency', 'operationalStrategic', 'externalInternal'] as const;
export type PortfolioScale = (typeof PORTFOLIO_SCALES)[number];

/** An initiative as read. `status` null: its word is not mapped. */
export interface Initiative {
  readonly rowId: string;
  readonly sourceId: string;
  readonly businessId: string;
  readonly title: string;
  readonly status: InitiativeStatus | null;
  readonly statusText: string;
  readonly year: number;
  readonly portfolioObject: string;
  readonly position: Readonly<Record<PortfolioScale, Exact | null>>;
}

export interface InitiativesTally {
  /** Of every year, so that a benefit can find the initiative it refers to. */
  readonly initiatives: readonly Initiative[];
  readonly rowsRead: number;
  readonly setAside: number;
  readonly findings: readonly Finding[];
}
