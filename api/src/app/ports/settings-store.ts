import type { StoredSettings } from '#core/contracts/admin.ts';
import type { AuditEntry } from '#core/contracts/audit.ts';
import type { Settings } from '#core/settings/settings-schema.ts';

/** What reading needs of the settings: small, and read with every request. */
export interface SettingsSummary {
  readonly version: number;
  readonly organisationName: string;
  /** Years that are computed and shown, oldest first. */
  readonly years: readonly number[];
  readonly refresh: Settings['refresh'];
  readonly unitsVisibleTo: Settings['visibility']['units'];
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly stored: StoredSettings }
  /** Somebody else saved first; `version` is theirs, 0 where there is none. */
  | { readonly kind: 'conflict'; readonly version: number };

/** A tenant's settings, every version of them. */
export interface SettingsStore {
  summary(tenantId: string): Promise<SettingsSummary | null>;
  latest(tenantId: string): Promise<StoredSettings | null>;
  version(tenantId: string, version: number): Promise<StoredSettings | null>;
  /** The latest versions, newest first, at most `count`. */
  versions(tenantId: string, count: number): Promise<readonly Omit<StoredSettings, 'settings'>[]>;
  /** Saves as version `expectedVersion + 1`, if `expectedVersion` (0: none yet) is still the latest. */
  save(
    tenantId: string,
    settings: Settings,
    expectedVersion: number,
    saved: { readonly at: string; readonly by: string },
    /** What the audit log is to say; kept with the settings, in one write, until the log has it. */
    entry: AuditEntry,
  ): Promise<SaveOutcome>;
}

/** Entries of the audit log that were written with what they tell of, and may not have reached the log. */
export interface AuditOutbox {
  due(tenantId: string): Promise<readonly { readonly key: string; readonly entry: AuditEntry }[]>;
  /** The log has the entry. */
  settled(tenantId: string, key: string): Promise<void>;
}
