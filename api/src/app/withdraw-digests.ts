import type { Log } from './ports/log.ts';
import type { Clock } from './ports/clock.ts';
import type { DeliveryLedger } from './ports/delivery-ledger.ts';

export type WithdrawDigests = (tenantId: string, year: number, hash: string, log: Log) => Promise<void>;

/** Receipts further back than this are not waiting any more: an attempt is given up within hours. */
const LATEST_RECEIPTS = 500;

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
    const latest = await ledger.latest(tenantId, LATEST_RECEIPTS);
    const outdated = latest.filter(
      ({ state, subject, ...delivery }) =>
        state === 'queued' &&
        subject.kind !== 'notice' &&
        subject.kind !== 'connection' &&
        delivery.year === year &&
        delivery.resultHash !== hash,
    );
    for (const { id } of outdated) {
      const found = await ledger.find(tenantId, id);
      if (found?.delivery.state !== 'queued') continue;
      const endedAt = clock.now().toISOString();
      const withdrawn = { state: 'withdrawn', endedAt, retryAt: null, problem: null } as const;
      if (await ledger.update(tenantId, found, withdrawn)) log.info('digest-withdrawn', { deliveryId: id });
    }
  };
}
