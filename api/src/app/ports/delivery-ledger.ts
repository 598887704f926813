import type { Delivery } from '#core/contracts/digest.ts';
import type { StoredProblem } from '../errors.ts';

/** An Adaptive Card as JSON. */
export type Card = Readonly<Record<string, unknown>>;

/** A receipt as stored, with the card that is or was to be posted. */
export interface StoredDelivery extends Omit<Delivery, 'problem'> {
  readonly problem: StoredProblem | null;
  /** When its message was last put in the queue: one that is overdue has lost its message. */
  readonly queuedAt: string;
  /** Who sends it or sent it last, so that a worker knows its own claim again; left out before the first. */
  readonly claimId?: string;
  /** Attempts made before it was sent again by hand; retries count from there. */
  readonly attemptsBefore: number;
}

export interface DeliveryHandle {
  readonly delivery: StoredDelivery;
  /** Null where it failed before there was anything to post. */
  readonly card: Card | null;
  readonly eTag: string;
}

/** The ledger of digests. An entry is written before anything is sent. */
export interface DeliveryLedger {
  /**
   * Adds an entry.
   *
   * @param slot the place it takes up; null where any number may stand beside each other
   * @returns the id of the entry that has this id or slot already, or null where this one was added
   */
  add(
    tenantId: string,
    delivery: StoredDelivery,
    card: Card | null,
    slot: string | null,
  ): Promise<string | null>;
  find(tenantId: string, id: string): Promise<DeliveryHandle | null>;
  /** Writes over `expected`. Null where somebody else wrote first. */
  update(
    tenantId: string,
    expected: DeliveryHandle,
    change: Partial<StoredDelivery>,
  ): Promise<DeliveryHandle | null>;
  /** The same for an entry that had ended and is to be worked on again, with a card that may be new. */
  reopen(
    tenantId: string,
    expected: DeliveryHandle,
    change: Partial<StoredDelivery>,
    card: Card,
  ): Promise<DeliveryHandle | null>;
  /** The latest receipts, newest first. */
  latest(tenantId: string, count: number): Promise<readonly StoredDelivery[]>;
  /** Entries that may not have ended. */
  open(tenantId: string): Promise<readonly DeliveryHandle[]>;
  /** Takes an entry that has ended off the list of {@link open}. */
  close(tenantId: string, id: string): Promise<void>;
  /** Removes entries that were asked for before then and have ended; how many. */
  removeBefore(tenantId: string, before: Date): Promise<number>;
}
