import { channelTargetSchema, type ChannelTarget, type ChannelTargetWrite } from '#core/contracts/admin.ts';
import { changesBetween } from '#core/settings/changes-between.ts';
import { allowedAddress } from './channel-address.ts';
import { ProblemError } from './errors.ts';
import type { AuditLog } from './ports/audit-log.ts';
import type { Caller } from './ports/caller.ts';
import type { ChannelTargets, StoredTarget } from './ports/channel-targets.ts';
import type { Clock } from './ports/clock.ts';
import type { SecretStore } from './ports/secret-store.ts';

export interface ChannelTargetParts {
  readonly targets: ChannelTargets;
  readonly secrets: SecretStore;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly allowedHosts: readonly string[];
  newId(): string;
}

export type SaveChannelTarget = (
  caller: Caller,
  id: string,
  write: ChannelTargetWrite,
  correlationId: string,
) => Promise<ChannelTarget>;

/**
 * Adds or replaces a channel. Its address is put among the secrets under a new name first, then the channel refers to
 * it: whoever reads meanwhile finds the old address or the new one.
 *
 * @throws ProblemError address-not-allowed
 */
export function createSaveChannelTarget(parts: ChannelTargetParts): SaveChannelTarget {
  const { targets, secrets, audit, clock } = parts;
  return async (caller, id, { name, webhookUrl, takesNotices = false }, correlationId) => {
    const { tenantId } = caller;
    const address = allowedAddress(webhookUrl, parts.allowedHosts);
    const before = await targets.find(tenantId, id);
    // A new name each time: a vault keeps a removed name taken for weeks.
    const secretName = `webhook-${tenantId}-${parts.newId()}`;
    await secrets.write(secretName, address.href);
    const savedAt = clock.now().toISOString();
    const kind = 'workflows-webhook' as const;
    const stored: StoredTarget = {
      id,
      name,
      kind,
      host: address.host,
      takesNotices,
      savedAt,
      savedBy: caller.name,
      secretName,
    };
    await targets.save(tenantId, stored);
    if (before) await secrets.remove(before.secretName);
    await audit.add(tenantId, {
      at: savedAt,
      byId: caller.userId,
      byName: caller.name,
      action: 'channel-target-saved',
      subject: id,
      correlationId,
      changes: [
        ...changesBetween(before && audited(before), audited(stored)),
        { path: 'address', before: before && 'secret', after: 'new secret' },
      ],
    });
    return withoutSecret(stored);
  };
}

export type RemoveChannelTarget = (caller: Caller, id: string, correlationId: string) => Promise<void>;

/** Removes a channel, then its address. @throws ProblemError not-found */
export function createRemoveChannelTarget(parts: ChannelTargetParts): RemoveChannelTarget {
  const { targets, secrets, audit, clock } = parts;
  return async (caller, id, correlationId) => {
    const { tenantId } = caller;
    const before = await targets.find(tenantId, id);
    if (!before) throw new ProblemError('not-found');
    await targets.remove(tenantId, id);
    await secrets.remove(before.secretName);
    await audit.add(tenantId, {
      at: clock.now().toISOString(),
      byId: caller.userId,
      byName: caller.name,
      action: 'channel-target-removed',
      subject: id,
      correlationId,
      changes: changesBetween(audited(before), null),
    });
  };
}

/** A channel as it may be shown. */
export function withoutSecret(target: StoredTarget): ChannelTarget {
  return channelTargetSchema.parse(target);
}

function audited({ name, host, takesNotices }: StoredTarget) {
  return { name, host, takesNotices };
}
