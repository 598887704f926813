import { contentHash } from '#core/result/content-hash.ts';

const ID_LENGTH = 40;

/** What makes a delivery the one it is: two with the same key are the same, and only one of them is ever posted. */
export interface DeliveryKey {
  readonly tenantId: string;
  /** The subscription it serves, or what else asked for it, for instance `manual`. */
  readonly subscriptionId: string;
  readonly targetId: string;
  /** The run it belongs to: an instant of the schedule, a vintage, a day. */
  readonly period: string;
  readonly contentHash: string;
}

/** The delivery's id: 40 hexadecimal digits of the SHA-256 over its key. */
export function deliveryId(key: DeliveryKey): string {
  const { tenantId, subscriptionId, targetId, period } = key;
  return contentHash([tenantId, subscriptionId, targetId, period, key.contentHash]).slice(0, ID_LENGTH);
}

/**
 * The place that a delivery takes up, whatever its content: a channel gets one digest of a subscription and period, even
 * if the figures were recomputed between two schedulers that both found it due.
 */
export function deliverySlot({ subscriptionId, targetId, period }: DeliveryKey): string {
  return contentHash(['slot', subscriptionId, targetId, period]).slice(0, ID_LENGTH);
}
