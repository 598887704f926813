import { dueRun, looksAtFigures, newBaseline, type Reading } from '#core/digest/due-run.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type { StoredSubscription, SubscriptionStore } from '../ports/subscription-store.ts';
import type { WorkQueue } from '../ports/work-queue.ts';
import { readFigures } from '../results/read-figures.ts';

export type FindDueDigests = (tenantId: string, correlationId: string, log: Log) => Promise<void>;

/** How long a run's message may be under way before another is sent. A second one does no harm. */
const QUEUE_PATIENCE_MS = 10 * 60_000;

/**
 * Puts one message into the queue for each subscription of a tenant that is due. The message comes first, then the note
 * that it was sent: if the process ends in between, the next look sends it again, and the run itself happens once.
 */
export function createFindDueDigests(parts: {
  readonly subscriptions: SubscriptionStore;
  readonly results: ResultStore;
  readonly queue: WorkQueue;
  readonly clock: Clock;
}): FindDueDigests {
  const { subscriptions, results, queue, clock } = parts;
  return async (tenantId, correlationId, log) => {
    const active = (await subscriptions.list(tenantId)).filter(({ subscription }) => !subscription.paused);
    const needsFigures = active.some(({ subscription }) => looksAtFigures(subscription.when));
    const reading = needsFigures ? await readFigures(results, tenantId) : null;
    const now = clock.now();
    for (const stored of active) await look(stored, reading, now);

    async function look(stored: StoredSubscription, figures: Reading | null, at: Date): Promise<void> {
      const { subscription, history } = stored;
      const { id: subscriptionId, when } = subscription;
      const due = dueRun(when, history, at.toISOString(), figures);
      if (!due) {
        const baseline = newBaseline(when, history.baseline, figures);
        if (baseline) await subscriptions.note(tenantId, subscriptionId, { baseline });
        return;
      }
      const { period } = due;
      if (isAsked(history, period, at)) return;
      await queue.runSubscription({ tenantId, subscriptionId, period, correlationId });
      await subscriptions.note(tenantId, subscriptionId, { asked: { period, at: at.toISOString() } });
      log.info('digest-due', { subscriptionId, period });
    }
  };
}

function isAsked({ asked }: StoredSubscription['history'], period: string, now: Date): boolean {
  return asked?.period === period && now.getTime() - Date.parse(asked.at) < QUEUE_PATIENCE_MS;
}
