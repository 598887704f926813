import type { StoredProblem } from '../errors.ts';
import type { StoredDelivery } from '../ports/delivery-ledger.ts';

/** How an entry reads whose card was surely not posted. */
export function failed(
  problem: StoredProblem,
  answerStatus: number | null,
  now: Date,
): Partial<StoredDelivery> {
  return { state: 'failed', endedAt: now.toISOString(), retryAt: null, answerStatus, problem };
}

/** How an entry reads whose card may or may not have arrived. */
export function uncertain(
  delivery: StoredDelivery,
  answerStatus: number | null,
  now: Date,
): Partial<StoredDelivery> {
  const problem = { code: 'delivery-uncertain', values: { target: delivery.targetName } } as const;
  return { state: 'uncertain', endedAt: now.toISOString(), retryAt: null, answerStatus, problem };
}
