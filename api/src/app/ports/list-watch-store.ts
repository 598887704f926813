import type { ListWatch } from '#core/contracts/sources.ts';

/** A list that SharePoint is asked to tell of, as stored. */
export interface StoredWatch extends ListWatch {
  /** Made of the site's and the list's ids. */
  readonly key: string;
  readonly siteName: string;
  readonly listName: string;
  /** Graph's id of the subscription; null where there is none. */
  readonly subscriptionId: string | null;
  /** Hash of the secret that each notification must bring; the secret itself is kept nowhere. */
  readonly clientStateHash: string | null;
  /** Until then further notifications are told by the message that is on its way; null before the first. */
  readonly pendingUntil: string | null;
}

/** A watch with the mark that a later write must still find. */
export interface WatchHandle {
  readonly watch: StoredWatch;
  readonly eTag: string;
}

/** The watched lists of each tenant. */
export interface ListWatchStore {
  list(tenantId: string): Promise<readonly WatchHandle[]>;
  find(tenantId: string, key: string): Promise<WatchHandle | null>;
  /** Writes over `expected` (null: nothing may be there). Null where somebody else wrote first. */
  write(tenantId: string, watch: StoredWatch, expected: WatchHandle | null): Promise<WatchHandle | null>;
  remove(tenantId: string, key: string): Promise<void>;
}
