import { settingsSchema } from '#core/settings/settings-schema.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryLedger } from '../ports/delivery-ledger.ts';
import type { Log } from '../ports/log.ts';
import type { SettingsStore } from '../ports/settings-store.ts';

export type ForgetReceipts = (tenantId: string, log: Log) => Promise<void>;

const DAY_MS = 86_400_000;

/** Removes receipts, and the cards beside them, that are older than the tenant keeps them. What has not ended stays. */
export function createForgetReceipts(parts: {
  readonly settings: SettingsStore;
  readonly ledger: DeliveryLedger;
  readonly clock: Clock;
}): ForgetReceipts {
  const { settings, ledger, clock } = parts;
  return async (tenantId, log) => {
    const stored = await settings.latest(tenantId);
    if (!stored) return;
    // Parsed, since settings of an earlier version say nothing of receipts.
    const { keepDays } = settingsSchema.parse(stored.settings).receipts;
    const removed = await ledger.removeBefore(tenantId, new Date(clock.now().getTime() - keepDays * DAY_MS));
    if (removed > 0) log.info('receipts-forgotten', { removed, keepDays });
  };
}
