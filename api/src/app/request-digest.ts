import type { DigestAccepted, DigestRequest } from '#core/contracts/digest.ts';
import { contentHash } from '#core/result/content-hash.ts';
import { digestMaterial } from './digest-material.ts';
import { ProblemError } from './errors.ts';
import type { Caller } from './ports/caller.ts';
import type { ChannelTargets } from './ports/channel-targets.ts';
import type { Clock } from './ports/clock.ts';
import type { DeliveryLedger, StoredDelivery } from './ports/delivery-ledger.ts';
import type { DigestCards } from './ports/digest-cards.ts';
import type { ResultStore } from './ports/result-store.ts';
import type { SettingsStore } from './ports/settings-store.ts';
import type { WorkQueue } from './ports/work-queue.ts';

export type RequestDigest = (
  caller: Caller,
  request: DigestRequest,
  correlationId: string,
) => Promise<DigestAccepted>;

export interface RequestDigestParts {
  readonly settings: SettingsStore;
  readonly results: ResultStore;
  readonly targets: ChannelTargets;
  readonly cards: DigestCards;
  readonly ledger: DeliveryLedger;
  readonly queue: WorkQueue;
  readonly clock: Clock;
}

/**
 * Asks for a digest to be posted. Its receipt is written first, under a key made of what it is: the same digest to the
 * same channel has the same key, so asking twice posts once. Then the message goes to the queue.
 *
 * @throws ProblemError not-configured, unknown-year, not-computed, not-found (the channel), card-too-large
 */
export function createRequestDigest(parts: RequestDigestParts): RequestDigest {
  const { targets, cards, ledger, queue, clock } = parts;
  return async (caller, { year, targetId, language }, correlationId) => {
    const { tenantId } = caller;
    const [{ hash, content }, target] = await Promise.all([
      digestMaterial(parts, tenantId, year),
      targets.find(tenantId, targetId),
    ]);
    if (!target) throw new ProblemError('not-found');
    const id = contentHash([tenantId, targetId, year, hash, language]).slice(0, 40);
    const entry: StoredDelivery = {
      id,
      year,
      targetId,
      targetName: target.name,
      language,
      resultHash: hash,
      state: 'queued',
      requestedAt: clock.now().toISOString(),
      requestedBy: caller.name,
      sentAt: null,
      endedAt: null,
      attempts: 0,
      answerStatus: null,
      retryAt: null,
      problem: null,
    };
    const isNew = await ledger.add(tenantId, entry, cards.write(content, language));
    const isToBeSent = isNew || (await reopened(ledger, tenantId, id));
    if (isToBeSent) await queue.postDigest({ tenantId, deliveryId: id, correlationId });
    return { deliveryId: id, duplicate: !isNew };
  };
}

/**
 * Asked for again: one that failed is queued anew, since whoever asks has mended what was wrong; one that is queued
 * gets its message again, since the first may have been lost. One that was or may have been posted is left alone.
 */
async function reopened(ledger: DeliveryLedger, tenantId: string, id: string): Promise<boolean> {
  const found = await ledger.find(tenantId, id);
  if (found?.delivery.state === 'queued') return true;
  if (found?.delivery.state !== 'failed') return false;
  const change = {
    state: 'queued',
    problem: null,
    retryAt: null,
    endedAt: null,
    answerStatus: null,
  } as const;
  return (await ledger.update(tenantId, found, change)) !== null;
}
