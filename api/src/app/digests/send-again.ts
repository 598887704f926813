import { needsPerson } from '#core/digest/target-kinds.ts';
import { contentHash } from '#core/result/content-hash.ts';
import type { Asking } from './asking.ts';
import { digestMaterial } from './digest-material.ts';
import { ProblemError } from '../errors.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { Caller } from '../ports/caller.ts';
import type { ChannelTargets } from '../ports/channel-targets.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryHandle, DeliveryLedger, StoredDelivery } from '../ports/delivery-ledger.ts';
import type { DigestCards } from '../ports/digest-cards.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { SubscriptionStore } from '../ports/subscription-store.ts';
import type { WorkQueue } from '../ports/work-queue.ts';
import type { PostDigest } from './post-digest.ts';
import { latestYear } from '../results/read-figures.ts';
import { isReplaced } from './renew-delivery.ts';
import { reopenDelivery } from './reopen-delivery.ts';

export type SendAgain = (caller: Caller, deliveryId: string, asking: Asking) => Promise<StoredDelivery>;

export interface SendAgainParts {
  readonly ledger: DeliveryLedger;
  readonly targets: ChannelTargets;
  readonly subscriptions: SubscriptionStore;
  readonly settings: SettingsStore;
  readonly results: ResultStore;
  readonly cards: DigestCards;
  readonly queue: WorkQueue;
  readonly postDigest: PostDigest;
  readonly audit: AuditLog;
  readonly clock: Clock;
}

/**
 * Queues a delivery again that failed, was withdrawn or may not have arrived; one that failed before it had a card, or whose figures have
 * been replaced by a later publishing, gets a new one. Only a person decides that, since only a person can look into the channel; who did stands in the audit log. Where only a
 * person can post, it is posted in the caller's name before this answers.
 *
 * @throws ProblemError not-found, delivery-not-resendable; those of writing a card, where there was none
 */
export function createSendAgain(parts: SendAgainParts): SendAgain {
  const { ledger, targets, queue, audit, clock } = parts;
  return async (caller, deliveryId, { correlationId, userToken, log }) => {
    const { tenantId } = caller;
    const found = await ledger.find(tenantId, deliveryId);
    if (!found) throw new ProblemError('not-found');
    const { state, targetId } = found.delivery;
    if (state !== 'failed' && state !== 'uncertain' && state !== 'withdrawn')
      throw new ProblemError('delivery-not-resendable');
    const isOutdated = await isReplaced(parts.results, tenantId, found.delivery);
    const written =
      found.card === null || isOutdated ? await writeNow(parts, tenantId, found) : { card: found.card };
    const target = await targets.find(tenantId, targetId);
    const isAttended = target !== null && needsPerson(target.kind);
    const at = clock.now().toISOString();
    const again = { ...written, at, correlationId, isAttended };
    const reopened = await reopenDelivery({ ledger, queue }, tenantId, found, again);
    // Somebody else pressed the button at the same moment.
    if (!reopened) throw new ProblemError('delivery-not-resendable');
    await audit.add(tenantId, {
      at,
      byId: caller.userId,
      byName: caller.name,
      action: 'digest-sent-again',
      subject: deliveryId,
      correlationId,
      changes: [{ path: 'state', before: state, after: 'queued' }],
    });
    if (!isAttended) return reopened.delivery;
    await parts.postDigest({ tenantId, deliveryId, correlationId }, log, userToken);
    return (await ledger.find(tenantId, deliveryId))?.delivery ?? reopened.delivery;
  };
}

/** A card of what its subscription tells of, as it is now. */
async function writeNow(parts: SendAgainParts, tenantId: string, { delivery }: DeliveryHandle) {
  const { subject, language, subscriptionId, isTest } = delivery;
  if (subject.kind === 'notice' || subject.kind === 'connection')
    throw new ProblemError('delivery-not-resendable');
  const year = delivery.year > 0 ? delivery.year : await latestYear(parts.results, tenantId);
  if (year === null) throw new ProblemError('not-configured');
  const stored = await parts.subscriptions.find(tenantId, subscriptionId);
  const material = await digestMaterial(parts, tenantId, year, subject);
  const mentions = stored?.subscription.mentions ?? [];
  return {
    card: parts.cards.write(material.content, language, { place: material.place, isTest, mentions }),
    told: {
      year,
      unitName: material.unitName,
      resultHash: material.hash,
      contentHash: contentHash([material.contentHash, language]),
    },
  };
}
