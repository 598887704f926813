import { needsPerson } from '#core/digest/target-kinds.ts';
import { subscriptionWriteSchema, type SubscriptionWrite } from '#core/contracts/subscriptions.ts';
import { hasPassed, looksAtFigures } from '#core/digest/due-run.ts';
import { scheduleFault } from '#core/digest/schedule.ts';
import { changesBetween } from '#core/settings/changes-between.ts';
import { ProblemError } from '../errors.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { Caller } from '../ports/caller.ts';
import type { ChannelTargets } from '../ports/channel-targets.ts';
import type { Clock } from '../ports/clock.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type {
  StoredSubscription,
  SubscriptionHistory,
  SubscriptionStore,
} from '../ports/subscription-store.ts';
import { readFigures } from '../results/read-figures.ts';

export interface SubscriptionParts {
  readonly subscriptions: SubscriptionStore;
  readonly targets: ChannelTargets;
  readonly results: ResultStore;
  readonly audit: AuditLog;
  readonly clock: Clock;
}

export type SaveSubscription = (
  caller: Caller,
  id: string,
  write: SubscriptionWrite,
  correlationId: string,
) => Promise<StoredSubscription>;

/**
 * Adds or replaces a subscription. Where it is new, was paused, or gets another time, it is active from now: nothing from
 * before is made up for, and what is published or has been crossed by now is what it compares with.
 *
 * @throws ProblemError schedule-invalid, time-past (a single time, unless it is paused), not-found (a channel),
 *   person-needed (one where nobody can post by a schedule)
 */
export function createSaveSubscription(parts: SubscriptionParts): SaveSubscription {
  const { subscriptions, targets, audit, clock } = parts;
  return async (caller, id, write, correlationId) => {
    const { tenantId } = caller;
    const at = clock.now().toISOString();
    if (write.when.kind === 'schedule') {
      const fault = scheduleFault(write.when, at);
      if (fault !== null)
        throw new ProblemError('schedule-invalid', { reason: fault, cron: write.when.cron });
    }
    const known = new Map((await targets.list(tenantId)).map((target) => [target.id, target]));
    for (const targetId of write.targetIds) {
      const target = known.get(targetId);
      if (!target) throw new ProblemError('not-found');
      if (needsPerson(target.kind)) throw new ProblemError('person-needed', { target: target.name });
    }
    const before = await subscriptions.find(tenantId, id);
    const subscription = { ...write, id, savedAt: at, savedBy: caller.name };
    const kept = keptHistory(before, write);
    // One that ran long since may get another name; one that is to run needs a time to run at.
    if (kept === null && !write.paused && hasPassed(write.when, at)) throw new ProblemError('time-past');
    const stored = { subscription, history: kept ?? (await newHistory(write)) };
    await subscriptions.save(tenantId, stored);
    await audit.add(tenantId, {
      at,
      byId: caller.userId,
      byName: caller.name,
      action: 'subscription-saved',
      subject: id,
      correlationId,
      changes: changesBetween(before && audited(before), audited(stored)),
    });
    return stored;

    async function newHistory({ when }: SubscriptionWrite): Promise<SubscriptionHistory> {
      return {
        activeSince: at,
        lastPeriod: null,
        lastRun: before?.history.lastRun ?? null,
        lastDeliveries: before?.history.lastDeliveries ?? {},
        baseline: looksAtFigures(when) ? await readFigures(parts.results, tenantId) : null,
        asked: null,
      };
    }
  };
}

/** The history so far, where the change is not one that it begins anew with. */
function keptHistory(
  before: StoredSubscription | null,
  write: SubscriptionWrite,
): SubscriptionHistory | null {
  if (!before) return null;
  const isSameTime = changesBetween(before.subscription.when, write.when).length === 0;
  const isSameSubject = changesBetween(before.subscription.subject, write.subject).length === 0;
  const isResumed = before.subscription.paused && !write.paused;
  return isSameTime && isSameSubject && !isResumed ? before.history : null;
}

export type RemoveSubscription = (caller: Caller, id: string, correlationId: string) => Promise<void>;

/** Removes a subscription; its receipts stay. @throws ProblemError not-found */
export function createRemoveSubscription(parts: SubscriptionParts): RemoveSubscription {
  const { subscriptions, audit, clock } = parts;
  return async (caller, id, correlationId) => {
    const { tenantId } = caller;
    const before = await subscriptions.find(tenantId, id);
    if (!before) throw new ProblemError('not-found');
    await subscriptions.remove(tenantId, id);
    await audit.add(tenantId, {
      at: clock.now().toISOString(),
      byId: caller.userId,
      byName: caller.name,
      action: 'subscription-removed',
      subject: id,
      correlationId,
      changes: changesBetween(audited(before), null),
    });
  };
}

/** What the audit log keeps: what an admin decided. */
function audited({ subscription }: StoredSubscription): SubscriptionWrite {
  return subscriptionWriteSchema.parse(subscription);
}
