import type { Subscription } from '#core/contracts/subscriptions.ts';
import type { Reading } from '#core/digest/due-run.ts';

/** What a subscription has done; written by its runs, never by an admin. */
export interface SubscriptionHistory {
  /** Since when it has run by its present rules. */
  readonly activeSince: string;
  /** The period of its last run that was carried out. */
  readonly lastPeriod: string | null;
  readonly lastRun: Subscription['lastRun'];
  /** The delivery that each channel had last. */
  readonly lastDeliveries: Readonly<Record<string, string>>;
  /** What each channel had last, by its content's hash; it outlives the receipt. */
  readonly lastHashes?: Readonly<Record<string, string>>;
  readonly baseline: Reading | null;
  /** The run that a message was last sent for, and when. */
  readonly asked: { readonly period: string; readonly at: string } | null;
}

export interface StoredSubscription {
  readonly subscription: Omit<Subscription, 'nextRuns' | 'lastRun'>;
  readonly history: SubscriptionHistory;
}

export interface SubscriptionStore {
  list(tenantId: string): Promise<readonly StoredSubscription[]>;
  find(tenantId: string, id: string): Promise<StoredSubscription | null>;
  save(tenantId: string, stored: StoredSubscription): Promise<void>;
  /** Changes the history alone; nothing happens where the subscription has been removed. */
  note(tenantId: string, id: string, change: Partial<SubscriptionHistory>): Promise<void>;
  remove(tenantId: string, id: string): Promise<void>;
}
