import { exact } from '#core/number/exact.ts';
import { INITIATIVE_STATUSES, type InitiativeStatus } from '#core/result/figure-ids.ts';
import { absent, present, type Figure } from '#core/result/figure.ts';
import type { Initiative } from './initiative.ts';

/** Delivery of a set of initiatives of one year. */
export interface DeliveryScore {
  /** Realised of decided, 0–10. */
  readonly score: Figure;
  readonly decided: number;
  readonly counts: Readonly<Record<InitiativeStatus, number>>;
}

/** Whether an initiative stands in the denominator: every status but proposed. METHOD.md section 4. */
export function isDecided(status: InitiativeStatus | null): status is Exclude<InitiativeStatus, 'proposed'> {
  return status !== null && status !== 'proposed';
}

/**
 * delivery = realised / decided × 10. Paused and cancelled stay in the denominator. `missing` without rows,
 * `insufficient` where none is decided. METHOD.md section 4.
 *
 * @param initiatives of one year
 */
export function scoreDelivery(initiatives: readonly Pick<Initiative, 'status'>[]): DeliveryScore {
  const counts = Object.fromEntries(INITIATIVE_STATUSES.map((status) => [status, 0])) as Record<
    InitiativeStatus,
    number
  >;
  for (const { status } of initiatives) if (status !== null) counts[status] += 1;
  const decided = initiatives.filter(({ status }) => isDecided(status)).length;
  return { score: ratio(initiatives.length, decided, counts.realised), decided, counts };
}

function ratio(rows: number, decided: number, realised: number): Figure {
  if (rows === 0) return absent('missing');
  return decided === 0 ? absent('insufficient') : present(exact(realised).div(decided).mul(10));
}
