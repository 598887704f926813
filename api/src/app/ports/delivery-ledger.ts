import type { Delivery } from '#core/contracts/digest.ts';
import type { StoredProblem } from '../errors.ts';

/** An Adaptive Card as JSON. */
export type Card = Readonly<Record<string, unknown>>;

/** A receipt as stored, with the card that is or was to be posted. */
export interface StoredDelivery extends Omit<Delivery, 'problem'> {
  readonly problem: StoredProblem | null;
}

export interface DeliveryHandle {
  readonly delivery: StoredDelivery;
  readonly card: Card;
  readonly eTag: string;
}

/** The ledger of digests. An entry is written before anything is sent. */
export interface DeliveryLedger {
  /** Adds an entry; false where one with this id is there already. */
  add(tenantId: string, delivery: StoredDelivery, card: Card): Promise<boolean>;
  find(tenantId: string, id: string): Promise<DeliveryHandle | null>;
  /** Writes over `expected`. Null where somebody else wrote first. */
  update(
    tenantId: string,
    expected: DeliveryHandle,
    change: Partial<StoredDelivery>,
  ): Promise<DeliveryHandle | null>;
  /** The latest receipts, newest first. */
  latest(tenantId: string, count: number): Promise<readonly StoredDelivery[]>;
}
