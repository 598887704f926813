import type { SharePointList } from '#core/settings/source-location.ts';

/** What Microsoft 365 has agreed to. */
export interface AgreedSubscription {
  readonly id: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** Asks Microsoft 365 to tell of changes in lists. Problems: list-not-found and the graph- problems. */
export interface ListSubscriptions {
  create(
    list: SharePointList,
    request: {
      /** Comes back with each notification and proves it; known to nobody else. */
      readonly clientState: string;
      readonly expiresAt: string;
    },
  ): Promise<AgreedSubscription>;
  /** @throws ProblemError list-not-found where there is no such subscription any more */
  renew(list: SharePointList, id: string, expiresAt: string): Promise<AgreedSubscription>;
  /** One that is not there any more is as good as removed. */
  remove(list: SharePointList, id: string): Promise<void>;
}
