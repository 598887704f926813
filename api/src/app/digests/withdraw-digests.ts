import type { Log } from '../ports/log.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryLedger } from '../ports/delivery-ledger.ts';

export type WithdrawDigests = (tenantId: string, year: number, hash: string, log: Log) => Promise<void>;

/**
 * Withdraws the digests of a year that wait to be posted and tell of another result than the one with this hash, so
 * that no channel gets figures that have just been replaced. One that is being posted at the moment is left alone.
 */
export function createWithdrawDigests(parts: {
  readonly ledger: DeliveryLedger;
  readonly clock: Clock;
}): WithdrawDigests {
  const { ledger, clock } = parts;
  return async (tenantId, year, hash, log) => {
    for (const found of await ledger.open(tenantId)) {
      const { id, state, subject, year: told, resultHash } = found.delivery;
      const isOfFigures = subject.kind !== 'notice' && subject.kind !== 'connection';
      if (state !== 'queued' || !isOfFigures || told !== year || resultHash === hash) continue;
      const endedAt = clock.now().toISOString();
      const withdrawn = { state: 'withdrawn', endedAt, retryAt: null, problem: null } as const;
      if (await ledger.update(tenantId, found, withdrawn)) log.info('digest-withdrawn', { deliveryId: id });
    }
  };
}
