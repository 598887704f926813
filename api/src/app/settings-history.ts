import type { StoredSettings } from '#core/contracts/admin.ts';
import {
  EXPORT_FORMAT,
  EXPORT_FORMAT_VERSION,
  type ImportPreview,
  type SettingsFile,
  type SettingsVersion,
  type SettingsVersionList,
} from '#core/contracts/settings-history.ts';
import { settingsChanges } from '#core/settings/settings-changes.ts';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import { ProblemError } from './errors.ts';
import type { Caller } from './ports/caller.ts';
import type { ChannelTargets } from './ports/channel-targets.ts';
import type { Clock } from './ports/clock.ts';
import type { SettingsStore } from './ports/settings-store.ts';
import type { SaveSettings } from './save-settings.ts';

const MOST_VERSIONS = 200;

/** What can be done with the settings as they were, or as they are somewhere else. */
export interface SettingsHistory {
  versions(tenantId: string): Promise<SettingsVersionList>;
  /** @throws ProblemError not-found */
  version(tenantId: string, version: number): Promise<SettingsVersion>;
  /** Saves an earlier version as a new one. @throws ProblemError not-found, settings-conflict */
  restore(
    caller: Caller,
    version: number,
    expectedVersion: number,
    trace: Parameters<SaveSettings>[3],
  ): Promise<StoredSettings>;
  /** @throws ProblemError not-configured */
  exportFile(caller: Caller): Promise<SettingsFile>;
  previewImport(tenantId: string, file: SettingsFile): Promise<ImportPreview>;
}

export function createSettingsHistory(parts: {
  readonly settings: SettingsStore;
  readonly targets: ChannelTargets;
  readonly save: SaveSettings;
  readonly clock: Clock;
}): SettingsHistory {
  const { settings, targets, save, clock } = parts;
  const versionOf = async (tenantId: string, version: number) => {
    const stored = await settings.version(tenantId, version);
    if (!stored) throw new ProblemError('not-found');
    return stored;
  };
  return {
    async versions(tenantId) {
      return { versions: await settings.versions(tenantId, MOST_VERSIONS) };
    },
    async version(tenantId, version) {
      const [stored, before] = await Promise.all([
        versionOf(tenantId, version),
        version > 1 ? settings.version(tenantId, version - 1) : null,
      ]);
      return { stored, changes: settingsChanges(before?.settings, stored.settings) };
    },
    async restore(caller, version, expectedVersion, trace) {
      const stored = await versionOf(caller.tenantId, version);
      // As the schema has it today: what has been added since gets its default.
      return save(caller, settingsSchema.parse(stored.settings), expectedVersion, trace, 'settings-restored');
    },
    async exportFile({ tenantId, name }) {
      const [stored, channels] = await Promise.all([settings.latest(tenantId), targets.list(tenantId)]);
      if (!stored) throw new ProblemError('not-configured');
      return {
        format: EXPORT_FORMAT,
        formatVersion: EXPORT_FORMAT_VERSION,
        exportedAt: clock.now().toISOString(),
        exportedBy: name,
        settings: stored.settings,
        channels: channels.map((channel) => ({ id: channel.id, name: channel.name })),
      };
    },
    async previewImport(tenantId, file) {
      const [stored, channels] = await Promise.all([settings.latest(tenantId), targets.list(tenantId)]);
      const known = new Set(channels.map(({ id }) => id));
      return {
        version: stored?.version ?? 0,
        changes: settingsChanges(stored?.settings, file.settings),
        missingChannels: file.channels.filter(({ id }) => !known.has(id)).map(({ name }) => name),
      };
    },
  };
}
