import { needsPerson } from '#core/digest/target-kinds.ts';
import type { DigestAccepted, DigestRequest } from '#core/contracts/digest.ts';
import { stockholmDateOf } from '#core/fields/swedish-date.ts';
import { contentHash } from '#core/result/content-hash.ts';
import type { AddDelivery } from './add-delivery.ts';
import type { Asking } from './asking.ts';
import { digestMaterial } from './digest-material.ts';
import { ProblemError } from '../errors.ts';
import type { Caller } from '../ports/caller.ts';
import type { ChannelTargets } from '../ports/channel-targets.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryLedger } from '../ports/delivery-ledger.ts';
import type { DigestCards } from '../ports/digest-cards.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { WorkQueue } from '../ports/work-queue.ts';
import type { PostDigest } from './post-digest.ts';
import { reopenDelivery } from './reopen-delivery.ts';

export type RequestDigest = (
  caller: Caller,
  request: DigestRequest,
  asking: Asking,
) => Promise<DigestAccepted>;

export interface RequestDigestParts {
  readonly settings: SettingsStore;
  readonly results: ResultStore;
  readonly targets: ChannelTargets;
  readonly cards: DigestCards;
  readonly addDelivery: AddDelivery;
  readonly ledger: DeliveryLedger;
  readonly queue: WorkQueue;
  readonly postDigest: PostDigest;
  readonly clock: Clock;
  newId(): string;
}

/** What stands for the subscription of a card that somebody asked for by hand. */
export const MANUAL = 'manual';

/**
 * Asks for a digest to be posted now. The same content to the same channel is posted once a day, however often it is
 * asked for; a test each time. Where only a person can post, it is posted in the caller's name before this answers.
 *
 * @throws ProblemError not-configured, unknown-year, not-computed, not-found (the channel), card-too-large
 */
export function createRequestDigest(parts: RequestDigestParts): RequestDigest {
  const { targets, cards, addDelivery, clock } = parts;
  return async (caller, { year, targetId, language, subject, isTest }, asking) => {
    const { tenantId } = caller;
    const { correlationId, userToken, log } = asking;
    const [material, target] = await Promise.all([
      digestMaterial(parts, tenantId, year, subject),
      targets.find(tenantId, targetId),
    ]);
    if (!target) throw new ProblemError('not-found');
    const card = cards.write(material.content, language, { place: material.place, isTest });
    const hash = contentHash([material.contentHash, language]);
    const isAttended = needsPerson(target.kind);
    const { id, isNew } = await addDelivery(
      {
        key: {
          tenantId,
          subscriptionId: MANUAL,
          targetId,
          period: isTest ? `test-${parts.newId()}` : stockholmDateOf(clock.now().toISOString()),
          contentHash: hash,
        },
        isOnly: false,
        isAttended,
        targetName: target.name,
        targetKind: target.kind,
        subject,
        unitName: material.unitName,
        isTest,
        year,
        language,
        resultHash: material.hash,
        requestedBy: caller.name,
        card,
      },
      correlationId,
    );
    const at = clock.now().toISOString();
    const told = { year, resultHash: material.hash, contentHash: hash, unitName: material.unitName };
    if (!isNew) await orAgain(parts, tenantId, id, { card, at, correlationId, isAttended, told });
    if (isAttended) await parts.postDigest({ tenantId, deliveryId: id, correlationId }, log, userToken);
    return { deliveryId: id, duplicate: !isNew };
  };
}

/**
 * Asked for again: one that failed is queued anew, since whoever asks has mended what was wrong, and one that was
 * withdrawn, with the figures that replaced its own; one that is queued gets its message again, since the first may have
 * been lost. One that was or may have been posted is left alone.
 */
async function orAgain(
  { ledger, queue }: RequestDigestParts,
  tenantId: string,
  deliveryId: string,
  again: Parameters<typeof reopenDelivery>[3],
): Promise<void> {
  const found = await ledger.find(tenantId, deliveryId);
  const state = found?.delivery.state;
  if (found && (state === 'failed' || state === 'withdrawn'))
    await reopenDelivery({ ledger, queue }, tenantId, found, again);
  if (state === 'queued' && again.isAttended !== true) {
    await queue.postDigest({ tenantId, deliveryId, correlationId: again.correlationId });
  }
}
