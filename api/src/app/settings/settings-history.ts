import { hasPassed } from '#core/digest/due-run.ts';
import type { StoredSettings } from '#core/contracts/admin.ts';
import {
  EXPORT_FORMAT,
  EXPORT_FORMAT_VERSION,
  type ImportPreview,
  type SettingsFile,
  type SettingsVersion,
  type SettingsVersionList,
} from '#core/contracts/settings-history.ts';
import { subscriptionWriteSchema } from '#core/contracts/subscriptions.ts';
import { changesBetween } from '#core/settings/changes-between.ts';
import { settingsChanges } from '#core/settings/settings-changes.ts';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import { ProblemError } from '../errors.ts';
import type { Caller } from '../ports/caller.ts';
import type { ChannelTargets } from '../ports/channel-targets.ts';
import type { Clock } from '../ports/clock.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { StoredSubscription, SubscriptionStore } from '../ports/subscription-store.ts';
import type { SaveSettings } from './save-settings.ts';
import type { SaveSubscription } from '../digests/save-subscription.ts';

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
  /**
   * Saves a file's settings as a new version, then its subscriptions that differ from what is here. Subscriptions to
   * channels that are not set up here are left out. @throws ProblemError settings-conflict, schedule-invalid
   */
  importFile(
    caller: Caller,
    file: SettingsFile,
    expectedVersion: number,
    trace: Parameters<SaveSettings>[3],
  ): Promise<StoredSettings>;
}

export function createSettingsHistory(parts: {
  readonly settings: SettingsStore;
  readonly targets: ChannelTargets;
  readonly subscriptions: SubscriptionStore;
  readonly save: SaveSettings;
  readonly saveSubscription: SaveSubscription;
  readonly clock: Clock;
}): SettingsHistory {
  const { settings, targets, subscriptions, save, clock } = parts;
  const versionOf = async (tenantId: string, version: number) => {
    const stored = await settings.version(tenantId, version);
    if (!stored) throw new ProblemError('not-found');
    return stored;
  };
  /** What becomes of each of the file's subscriptions; those that are as they are here are in none. */
  const plan = async (tenantId: string, file: SettingsFile) => {
    const [channels, here] = await Promise.all([targets.list(tenantId), subscriptions.list(tenantId)]);
    const known = new Set(channels.map(({ id }) => id));
    const byId = new Map(here.map((stored) => [stored.subscription.id, written(stored)]));
    const canPost = ({ targetIds }: FiledSubscription) => targetIds.every((id) => known.has(id));
    const possible = file.subscriptions.filter(canPost);
    return {
      added: possible.filter(({ id }) => !byId.has(id)),
      changed: possible.filter((one) => byId.has(one.id) && differs(byId.get(one.id), one)),
      left: file.subscriptions.filter((one) => !canPost(one)),
    };
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
      const [stored, channels, planned] = await Promise.all([
        settings.latest(tenantId),
        targets.list(tenantId),
        subscriptions.list(tenantId),
      ]);
      if (!stored) throw new ProblemError('not-configured');
      return {
        format: EXPORT_FORMAT,
        formatVersion: EXPORT_FORMAT_VERSION,
        exportedAt: clock.now().toISOString(),
        exportedBy: name,
        settings: stored.settings,
        channels: channels.map((channel) => ({ id: channel.id, name: channel.name })),
        subscriptions: planned.map(written),
      };
    },
    async previewImport(tenantId, file) {
      const [stored, channels, planned] = await Promise.all([
        settings.latest(tenantId),
        targets.list(tenantId),
        plan(tenantId, file),
      ]);
      const known = new Set(channels.map(({ id }) => id));
      return {
        version: stored?.version ?? 0,
        changes: settingsChanges(stored?.settings, file.settings),
        missingChannels: file.channels.filter(({ id }) => !known.has(id)).map(({ name }) => name),
        subscriptions: {
          added: namesOf(planned.added),
          changed: namesOf(planned.changed),
          left: namesOf(planned.left),
        },
      };
    },
    async importFile(caller, file, expectedVersion, trace) {
      const { added, changed } = await plan(caller.tenantId, file);
      const stored = await save(caller, file.settings, expectedVersion, trace, 'settings-imported');
      for (const { id, ...write } of [...added, ...changed]) {
        // A single time that has passed since the file was written has nothing left to do.
        const paused = write.paused || hasPassed(write.when, clock.now().toISOString());
        await parts.saveSubscription(caller, id, { ...write, paused }, trace.correlationId);
      }
      return stored;
    },
  };
}

type FiledSubscription = SettingsFile['subscriptions'][number];

/** A subscription as an admin wrote it, without what its runs have noted. */
function written({ subscription }: StoredSubscription): FiledSubscription {
  return { id: subscription.id, ...subscriptionWriteSchema.parse(subscription) };
}

function differs(here: FiledSubscription | undefined, filed: FiledSubscription): boolean {
  return changesBetween(here, filed).length > 0;
}

function namesOf(subscriptions: readonly FiledSubscription[]): readonly string[] {
  return subscriptions.map(({ name }) => name);
}
