import type { RunSubscriptionMessage } from '#core/contracts/work.ts';
import { baselineAfter, dueRun, looksAtFigures, type DueRun } from '#core/digest/due-run.ts';
import { contentHash } from '#core/result/content-hash.ts';
import type { AddDelivery, NewDelivery } from './add-delivery.ts';
import { digestMaterial } from './digest-material.ts';
import { ProblemError, problemOf } from '../errors.ts';
import type { ChannelTargets, StoredTarget } from '../ports/channel-targets.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryLedger } from '../ports/delivery-ledger.ts';
import type { DigestCards } from '../ports/digest-cards.ts';
import type { Log } from '../ports/log.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { StoredSubscription, SubscriptionStore } from '../ports/subscription-store.ts';
import { latestYear, readFigures } from '../results/read-figures.ts';

export type RunSubscription = (message: RunSubscriptionMessage, log: Log) => Promise<void>;

export interface RunSubscriptionParts {
  readonly subscriptions: SubscriptionStore;
  readonly settings: SettingsStore;
  readonly results: ResultStore;
  readonly targets: ChannelTargets;
  readonly cards: DigestCards;
  readonly ledger: DeliveryLedger;
  readonly addDelivery: AddDelivery;
  readonly clock: Clock;
}

/** What a run posts: a card, or why there is none. */
type Written = Pick<NewDelivery, 'year' | 'resultHash' | 'card'> & {
  readonly contentHash: string;
  readonly unitName: string;
};

/**
 * Carries out one run of a subscription: one entry in the ledger for each of its channels, under a place that only this
 * subscription, channel and period has. Whoever comes second, another scheduler or the same message again, finds the
 * places taken. A run that can't be written leaves failed receipts, not silence.
 *
 * Whether it is due is asked again, since much may have happened while its message waited. What is no longer due, or was
 * replaced while its card was written, is dropped: the next look asks for what is due by then.
 */
export function createRunSubscription(parts: RunSubscriptionParts): RunSubscription {
  const { subscriptions, targets, clock, results } = parts;
  return async (message, log) => {
    const { tenantId, subscriptionId, period } = message;
    const stored = await subscriptions.find(tenantId, subscriptionId);
    if (!stored || stored.subscription.paused || isBehind(stored, period)) return;
    const { when } = stored.subscription;
    const { baseline } = stored.history;
    // Read once, before anything is written: what comes after it is the next run's to tell of.
    const reading = looksAtFigures(when) ? await readFigures(results, tenantId) : null;
    const due = dueRun(when, stored.history, clock.now().toISOString(), reading);
    if (due?.period !== period) return drop(message, log);
    const written = await write(parts, tenantId, stored, due);
    if (written === null) return drop(message, log);
    const known = new Map((await targets.list(tenantId)).map((target) => [target.id, target]));
    const lastDeliveries: Record<string, string> = { ...stored.history.lastDeliveries };
    const lastHashes: Record<string, string> = { ...stored.history.lastHashes };
    let posted = 0;
    for (const targetId of stored.subscription.targetIds) {
      if (await isUnchanged(parts, tenantId, stored, targetId, written.contentHash)) continue;
      const { name, kind } = known.get(targetId) ?? { name: targetId, kind: 'workflows-webhook' as const };
      const { id, isNew } = await parts.addDelivery(
        deliveryOf(message, stored, { id: targetId, name, kind }, written),
        message.correlationId,
      );
      lastDeliveries[targetId] = id;
      lastHashes[targetId] = written.contentHash;
      if (isNew || (await isOfThisRun(parts, tenantId, stored, id))) posted += 1;
    }
    const failed = 'problem' in written.card;
    const outcome = failed ? 'failed' : posted > 0 ? 'posted' : 'unchanged';
    await subscriptions.note(tenantId, subscriptionId, {
      lastPeriod: period,
      lastRun: { at: clock.now().toISOString(), outcome },
      lastDeliveries,
      lastHashes,
      ...(looksAtFigures(when) && { baseline: baselineAfter(when, baseline, reading, due) }),
    });
    log.info('digest-run', { subscriptionId, outcome, posted });
  };

  async function drop({ tenantId, subscriptionId, period }: RunSubscriptionMessage, log: Log): Promise<void> {
    await subscriptions.note(tenantId, subscriptionId, { asked: null });
    log.info('digest-run-dropped', { subscriptionId, period });
  }
}

/** Whether the period has been carried out, or a later one of the same schedule: then this one is no news any more. */
function isBehind({ subscription, history: { lastPeriod } }: StoredSubscription, period: string): boolean {
  if (lastPeriod === null) return false;
  return subscription.when.kind === 'schedule' ? period <= lastPeriod : period === lastPeriod;
}

/** Null where the result that made it due has been replaced. */
async function write(
  parts: RunSubscriptionParts,
  tenantId: string,
  { subscription }: StoredSubscription,
  { tells }: DueRun,
): Promise<Written | null> {
  const { language, subject, mentions } = subscription;
  const year = tells?.year ?? (await latestYear(parts.results, tenantId));
  try {
    if (year === null) throw new ProblemError('not-configured');
    const material = await digestMaterial(parts, tenantId, year, subject);
    if (tells !== null && material.hash !== tells.hash) return null;
    const card = parts.cards.write(material.content, language, { place: material.place, mentions });
    return {
      year,
      resultHash: material.hash,
      unitName: material.unitName,
      card,
      contentHash: contentHash([material.contentHash, language]),
    };
  } catch (error) {
    // Storage that does not answer is tried again by the queue; what an admin must mend becomes a receipt.
    if (!(error instanceof ProblemError) || error.code === 'storage-unavailable') throw error;
    return {
      year: year ?? 0,
      resultHash: '',
      unitName: '',
      card: { problem: problemOf(error) },
      contentHash: error.code,
    };
  }
}

/** Whether the channel has had the same content last time, and the subscription keeps quiet then. */
async function isUnchanged(
  { ledger }: RunSubscriptionParts,
  tenantId: string,
  { subscription, history }: StoredSubscription,
  targetId: string,
  hash: string,
): Promise<boolean> {
  const lastId = history.lastDeliveries[targetId];
  if (!subscription.quietWhenUnchanged || lastId === undefined) return false;
  const last = (await ledger.find(tenantId, lastId))?.delivery;
  // A receipt that was removed for its age had ended, and what it said is kept apart.
  if (!last) return history.lastHashes?.[targetId] === hash;
  // What failed or was withdrawn never arrived: then the same is news.
  return last.contentHash === hash && last.state !== 'failed' && last.state !== 'withdrawn';
}

/**
 * Whether a delivery that was there already is this run's own, from before it was interrupted; else its place was taken
 * when the subscription told of something else, and nothing is posted.
 */
async function isOfThisRun(
  { ledger }: RunSubscriptionParts,
  tenantId: string,
  { history }: StoredSubscription,
  id: string,
): Promise<boolean> {
  const found = await ledger.find(tenantId, id);
  return found !== null && found.delivery.requestedAt >= history.activeSince;
}

function deliveryOf(
  { tenantId, subscriptionId, period }: RunSubscriptionMessage,
  { subscription }: StoredSubscription,
  target: Pick<StoredTarget, 'id' | 'name' | 'kind'>,
  { year, resultHash, unitName, card, contentHash: hash }: Written,
): NewDelivery {
  return {
    key: { tenantId, subscriptionId, targetId: target.id, period, contentHash: hash },
    isOnly: true,
    targetName: target.name,
    targetKind: target.kind,
    subject: subscription.subject,
    unitName,
    isTest: false,
    year,
    language: subscription.language,
    resultHash,
    requestedBy: subscription.name,
    card,
  };
}
