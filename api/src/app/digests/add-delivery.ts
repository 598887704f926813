import type { TargetKind } from '#core/digest/target-kinds.ts';
import type { DeliverySubject, Language } from '#core/contracts/digest.ts';
import { deliveryId, deliverySlot, type DeliveryKey } from '#core/digest/delivery-key.ts';
import type { StoredProblem } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Card, DeliveryLedger, StoredDelivery } from '../ports/delivery-ledger.ts';
import type { WorkQueue } from '../ports/work-queue.ts';

export interface NewDelivery {
  readonly key: DeliveryKey;
  /** Only one delivery of a subscription, channel and period; else any number of different content. */
  readonly isOnly: boolean;
  /** Whoever asked waits and posts it at once: it gets no message, unless that goes wrong and the sweep finds it. */
  readonly isAttended?: boolean;
  readonly targetName: string;
  readonly targetKind?: TargetKind;
  readonly subject: DeliverySubject;
  readonly unitName?: string;
  readonly isTest: boolean;
  readonly year: number;
  readonly language: Language;
  readonly resultHash: string;
  readonly requestedBy: string;
  /** What is to be posted, or why nothing can be. */
  readonly card: Card | { readonly problem: StoredProblem };
}

export type AddDelivery = (
  delivery: NewDelivery,
  correlationId: string,
) => Promise<{ readonly id: string; readonly isNew: boolean }>;

/**
 * Writes a delivery into the ledger, then puts its message into the queue. The entry comes first: if the process ends
 * between the two, the entry stands as queued and the sweep gives it a message.
 */
export function createAddDelivery(parts: {
  readonly ledger: DeliveryLedger;
  readonly queue: WorkQueue;
  readonly clock: Clock;
}): AddDelivery {
  const { ledger, queue, clock } = parts;
  return async (delivery, correlationId) => {
    const { key, isOnly, isAttended = false, card } = delivery;
    const entry = entryOf(delivery, clock.now().toISOString());
    const slot = isOnly ? deliverySlot(key) : null;
    const existing = await ledger.add(key.tenantId, entry, isProblem(card) ? null : card, slot);
    const id = existing ?? entry.id;
    if (existing === null && entry.state === 'queued' && !isAttended) {
      await queue.postDigest({ tenantId: key.tenantId, deliveryId: id, correlationId });
    }
    return { id, isNew: existing === null };
  };
}

function isProblem(card: NewDelivery['card']): card is { readonly problem: StoredProblem } {
  return 'problem' in card;
}

function entryOf(delivery: NewDelivery, now: string): StoredDelivery {
  const {
    key,
    targetName,
    targetKind = 'workflows-webhook',
    subject,
    unitName = '',
    isTest,
    year,
    language,
    resultHash,
    requestedBy,
    card,
  } = delivery;
  const problem = isProblem(card) ? card.problem : null;
  return {
    id: deliveryId(key),
    subscriptionId: key.subscriptionId,
    period: key.period,
    subject,
    unitName,
    isTest,
    year,
    targetId: key.targetId,
    targetName,
    targetKind,
    language,
    resultHash,
    contentHash: key.contentHash,
    hasCard: problem === null,
    state: problem === null ? 'queued' : 'failed',
    requestedAt: now,
    requestedBy,
    queuedAt: now,
    sentAt: null,
    endedAt: problem === null ? null : now,
    attempts: 0,
    attemptsBefore: 0,
    answerStatus: null,
    retryAt: null,
    messageUrl: null,
    problem,
  };
}
