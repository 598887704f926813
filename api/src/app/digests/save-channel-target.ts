import {
  channelTargetSchema,
  channelTargetWriteSchema,
  type ChannelTarget,
  type ChannelTargetSaved,
  type ChannelTargetWrite,
  type PostConsent,
} from '#core/contracts/channel-targets.ts';
import type { Language } from '#core/contracts/digest.ts';
import { channelPlace } from '#core/digest/channel-link.ts';
import { changesBetween } from '#core/settings/changes-between.ts';
import type { AddDelivery } from './add-delivery.ts';
import type { Asking } from './asking.ts';
import { allowedAddress } from './channel-address.ts';
import { ProblemError } from '../errors.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { Caller } from '../ports/caller.ts';
import type { ChannelTargets, StoredTarget } from '../ports/channel-targets.ts';
import type { Clock } from '../ports/clock.ts';
import type { DigestCards } from '../ports/digest-cards.ts';
import type { PersonChannels } from '../ports/person-channels.ts';
import type { SecretStore } from '../ports/secret-store.ts';

export interface ChannelTargetParts {
  readonly targets: ChannelTargets;
  readonly secrets: SecretStore;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly cards: DigestCards;
  readonly addDelivery: AddDelivery;
  readonly personChannels: PersonChannels;
  readonly allowedHosts: readonly string[];
  readonly newId: () => string;
}

export type SaveChannelTarget = (
  caller: Caller,
  id: string,
  write: ChannelTargetWrite,
  asking: Asking & { readonly language: Language },
) => Promise<ChannelTargetSaved>;

type Place = Pick<StoredTarget, 'host' | 'channelLink' | 'recipient' | 'secretName'>;

/**
 * Adds or replaces a target. A webhook's address is put among the secrets under a new name first, then the target refers
 * to it: whoever reads meanwhile finds the old address or the new one. Where asked, the target is tried at once.
 *
 * @throws ProblemError address-not-allowed, channel-link-invalid; graph-unauthenticated, token-expired where a token to
 *   post with is tried
 */
export function createSaveChannelTarget(parts: ChannelTargetParts): SaveChannelTarget {
  const { targets, secrets, audit, clock, personChannels } = parts;
  return async (caller, id, asked, asking) => {
    const { tenantId } = caller;
    const write = channelTargetWriteSchema.parse(asked);
    const { name, kind, takesNotices, verify } = write;
    const before = await targets.find(tenantId, id);
    const isPerson = kind === 'teams-channel';
    const consent =
      verify && isPerson ? await personChannels.missingConsent(tenantId, asking.userToken) : null;
    const place =
      kind === 'workflows-webhook' ? await webhookOf(parts, tenantId, asked, before) : placeOf(kind, asked);
    const savedAt = clock.now().toISOString();
    const stored: StoredTarget = {
      id,
      name,
      kind,
      ...place,
      // Nobody is there to post a notice in a person's name.
      takesNotices: takesNotices && !isPerson,
      savedAt,
      savedBy: caller.name,
    };
    await targets.save(tenantId, stored);
    const isMoved = before !== null && before.secretName !== stored.secretName;
    if (isMoved && before.secretName !== null) await secrets.remove(before.secretName);
    await audit.add(tenantId, {
      at: savedAt,
      byId: caller.userId,
      byName: caller.name,
      action: 'channel-target-saved',
      subject: id,
      correlationId: asking.correlationId,
      changes: [
        ...changesBetween(before && audited(before), audited(stored)),
        ...(stored.secretName === null || (before && !isMoved)
          ? []
          : [{ path: 'address', before: before && 'secret', after: 'new secret' }]),
      ],
    });
    const checkId = verify && !isPerson ? await sendCheck(parts, tenantId, stored, asking) : null;
    return savedTarget(stored, checkId, consent);
  };
}

function placeOf(
  kind: 'teams-channel' | 'activity-feed',
  { channelLink = '', recipient }: ChannelTargetWrite,
): Place {
  const nowhere = { host: '', channelLink: null, recipient: null, secretName: null };
  if (kind === 'activity-feed') {
    if (recipient !== undefined) return { ...nowhere, recipient };
    const issues = [{ path: 'recipient', message: 'a person is needed' }];
    throw new ProblemError('invalid-request', {}, { issues });
  }
  if (channelPlace(channelLink) === null) throw new ProblemError('channel-link-invalid');
  return { ...nowhere, channelLink: channelLink.trim() };
}

/** @throws ProblemError address-not-allowed, also where a new webhook has none */
async function webhookOf(
  { secrets, allowedHosts, newId }: ChannelTargetParts,
  tenantId: string,
  { webhookUrl }: ChannelTargetWrite,
  before: StoredTarget | null,
): Promise<Place> {
  if (webhookUrl === undefined && before?.kind === 'workflows-webhook') {
    const { host, secretName } = before;
    return { host, secretName, channelLink: null, recipient: null };
  }
  const address = allowedAddress(webhookUrl ?? '', allowedHosts);
  // A new name each time: a vault keeps a removed name taken for weeks.
  const secretName = `webhook-${tenantId}-${newId()}`;
  await secrets.write(secretName, address.href);
  return { host: address.host, secretName, channelLink: null, recipient: null };
}

/** Posts a card that says it is a test, the way that every card goes, so that its receipt says what the service said. */
async function sendCheck(
  { cards, addDelivery, newId }: ChannelTargetParts,
  tenantId: string,
  { id, name, kind, savedBy }: StoredTarget,
  { language, correlationId }: { readonly language: Language; readonly correlationId: string },
): Promise<string> {
  const added = await addDelivery(
    {
      key: {
        tenantId,
        subscriptionId: 'connection',
        targetId: id,
        period: `connection-${newId()}`,
        contentHash: 'connection',
      },
      isOnly: false,
      targetName: name,
      targetKind: kind,
      subject: { kind: 'connection' },
      isTest: true,
      year: 0,
      language,
      resultHash: '',
      requestedBy: savedBy,
      card: cards.writeConnection(name, language),
    },
    correlationId,
  );
  return added.id;
}

function savedTarget(
  target: StoredTarget,
  checkId: string | null,
  consent: PostConsent | null,
): ChannelTargetSaved {
  return { ...withoutSecret(target), checkId, consent };
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
    if (before.secretName !== null) await secrets.remove(before.secretName);
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

function audited({ name, kind, host, channelLink, recipient, takesNotices }: StoredTarget) {
  return { name, kind, host, channelLink, recipient, takesNotices };
}
