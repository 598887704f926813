import { contentHash } from '#core/result/content-hash.ts';
import { digestMaterial } from './digest-material.ts';
import { ProblemError, problemOf, type StoredProblem } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryHandle, DeliveryLedger, StoredDelivery } from '../ports/delivery-ledger.ts';
import type { DigestCards } from '../ports/digest-cards.ts';
import type { Log } from '../ports/log.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { StoredSubscription, SubscriptionStore } from '../ports/subscription-store.ts';

/** What is to be done with a delivery that waits. */
export type Renewed =
  /** To be posted: as it was, or with a card that was written anew. */
  | { readonly kind: 'current' | 'renewed'; readonly found: DeliveryHandle }
  /** Not to be posted: it was withdrawn, or somebody else is at it. */
  | { readonly kind: 'withdrawn' | 'taken' }
  | { readonly kind: 'unwritable'; readonly problem: StoredProblem };

export type RenewDelivery = (tenantId: string, found: DeliveryHandle, log: Log) => Promise<Renewed>;

export interface RenewParts {
  readonly ledger: DeliveryLedger;
  readonly results: ResultStore;
  readonly settings: SettingsStore;
  readonly subscriptions: SubscriptionStore;
  readonly cards: DigestCards;
  readonly clock: Clock;
}

/**
 * Holds a delivery that waits against what is published by now, so that no channel gets figures that have been replaced:
 * not after a long wait, and not where its entry was added just after the year was published. What a subscription posts
 * is written anew from the latest vintage, in the same entry: its place and period stay taken, so it is posted once. Two
 * things are withdrawn instead: what a person asked for, since they have seen another card than they would get, and what
 * tells that a year was published, since the new vintage is a run of its own.
 */
export function createRenewDelivery(parts: RenewParts): RenewDelivery {
  const { ledger, subscriptions, clock } = parts;
  return async (tenantId, found, log) => {
    const { delivery } = found;
    if (!(await isReplaced(parts.results, tenantId, delivery))) return { kind: 'current', found };
    const stored = await subscriptions.find(tenantId, delivery.subscriptionId);
    if (stored && isRenewable(stored)) return renew(parts, tenantId, found, stored, log);
    const endedAt = clock.now().toISOString();
    const withdrawn = { state: 'withdrawn', endedAt, retryAt: null, problem: null } as const;
    if (!(await ledger.update(tenantId, found, withdrawn))) return { kind: 'taken' };
    await ledger.close(tenantId, delivery.id);
    log.info('digest-withdrawn', { deliveryId: delivery.id });
    return { kind: 'withdrawn' };
  };
}

/** Whether a delivery tells of figures that a later publishing of its year has replaced. */
export async function isReplaced(
  results: ResultStore,
  tenantId: string,
  { subject, year, resultHash }: StoredDelivery,
): Promise<boolean> {
  if (subject.kind === 'notice' || subject.kind === 'connection') return false;
  const latest = await results.vintages.latest(tenantId, year);
  return latest !== null && latest.vintage.hash !== resultHash;
}

function isRenewable({ subscription: { paused, when } }: StoredSubscription): boolean {
  return !paused && when.kind !== 'publishing';
}

async function renew(
  parts: RenewParts,
  tenantId: string,
  found: DeliveryHandle,
  { subscription: { mentions } }: StoredSubscription,
  log: Log,
): Promise<Renewed> {
  const { id, subject, year, language } = found.delivery;
  if (subject.kind === 'notice' || subject.kind === 'connection') return { kind: 'current', found };
  try {
    const { content, place, hash, unitName, ...material } = await digestMaterial(
      parts,
      tenantId,
      year,
      subject,
    );
    const card = parts.cards.write(content, language, { place, mentions });
    const change = { resultHash: hash, unitName, contentHash: contentHash([material.contentHash, language]) };
    const renewed = await parts.ledger.reopen(tenantId, found, change, card);
    // Read back: somebody may have claimed it since it was written.
    if (renewed?.delivery.state !== 'queued') return { kind: 'taken' };
    log.info('digest-written-anew', { deliveryId: id });
    return { kind: 'renewed', found: renewed };
  } catch (error) {
    // Storage that does not answer is tried again by the queue; what an admin must mend becomes a receipt.
    if (!(error instanceof ProblemError) || error.code === 'storage-unavailable') throw error;
    return { kind: 'unwritable', problem: problemOf(error) };
  }
}
