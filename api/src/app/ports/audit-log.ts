/** One value that was changed, by its path, for instance `method.benefitCap`. */
export interface AuditChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Who changed what, before and after. */
export interface AuditEntry {
  readonly at: string;
  readonly byId: string;
  readonly byName: string;
  readonly action:
    | 'settings-saved'
    | 'vintage-published'
    | 'channel-target-saved'
    | 'channel-target-removed'
    | 'digest-sent-again'
    | 'list-created'
    | 'file-uploaded';
  /** What was changed, for instance the settings' version or the channel's id. */
  readonly subject: string;
  readonly correlationId: string;
  readonly changes: readonly AuditChange[];
}

/** Entries are added, never changed. */
export interface AuditLog {
  add(tenantId: string, entry: AuditEntry): Promise<void>;
  /** The latest entries, newest first. */
  latest(tenantId: string, count: number): Promise<readonly AuditEntry[]>;
}
