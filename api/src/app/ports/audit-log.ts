import type { AuditEntry } from '#core/contracts/audit.ts';

/** Where in the log an entry stands: the newer the entry, the earlier the place. */
export interface PlacedEntry {
  readonly place: string;
  readonly entry: AuditEntry;
}

/** Entries are added, never changed; they go when they are older than the tenant keeps them. */
export interface AuditLog {
  /** @param key an entry of the same key and time is added once, however often it is asked for */
  add(tenantId: string, entry: AuditEntry, key?: string): Promise<void>;
  /**
   * The entries, newest first.
   *
   * @param from only what is older than this place, or not newer than this instant; null for all
   */
  entries(
    tenantId: string,
    from: { readonly place: string } | { readonly instant: string } | null,
  ): AsyncIterable<PlacedEntry>;
  /** Removes entries made before an instant. @returns how many */
  removeBefore(tenantId: string, before: Date): Promise<number>;
}
