import type { PostDigestMessage } from '#core/contracts/work.ts';
import type { ProblemCode } from '#core/contracts/problem.ts';
import { allowedAddress } from './channel-address.ts';
import { retryWaitMs } from './delivery-retry.ts';
import { ProblemError, type StoredProblem } from './errors.ts';
import type { ChannelSender, RefusedReason, SendOutcome } from './ports/channel-sender.ts';
import type { ChannelTargets } from './ports/channel-targets.ts';
import type { Clock } from './ports/clock.ts';
import type { DeliveryHandle, DeliveryLedger, StoredDelivery } from './ports/delivery-ledger.ts';
import type { Log } from './ports/log.ts';
import type { SecretStore } from './ports/secret-store.ts';
import type { WorkQueue } from './ports/work-queue.ts';

export type PostDigest = (message: PostDigestMessage, log: Log) => Promise<void>;

export interface PostDigestParts {
  readonly ledger: DeliveryLedger;
  readonly targets: ChannelTargets;
  readonly secrets: SecretStore;
  readonly sender: ChannelSender;
  readonly queue: WorkQueue;
  readonly clock: Clock;
  readonly allowedHosts: readonly string[];
  /** How long an entry may stand as sending before nobody can be at it any more; longer than a post can take. */
  readonly sendingLimitMs: number;
  /** 0 ≤ random < 1 */
  readonly random: () => number;
}

const REFUSALS: Readonly<Record<RefusedReason, ProblemCode>> = {
  gone: 'target-gone',
  'too-large': 'card-too-large',
  refused: 'target-refused',
  'server-error': 'target-unavailable',
};

/**
 * Does what a post-digest message asks. The entry says `sending` before the card is sent, by a write that only one
 * worker can win; an entry found `sending` long after may or may not have been posted, so it becomes `uncertain` and is
 * not sent again.
 */
export function createPostDigest(parts: PostDigestParts): PostDigest {
  const { ledger, queue, clock } = parts;
  return async (message, log) => {
    const { tenantId, deliveryId } = message;
    const found = await ledger.find(tenantId, deliveryId);
    if (!found) return;
    const now = clock.now();
    const { state, retryAt, sentAt } = found.delivery;
    if (state === 'sending') {
      const leftMs = Date.parse(sentAt ?? '') + parts.sendingLimitMs - now.getTime();
      // Whoever is sending may yet write how it ended; if not, this message finds out.
      if (leftMs > 0) return queue.postDigest(message, leftMs + 1000);
      await ledger.update(tenantId, found, uncertain(found.delivery, null, now));
      log.error('digest-uncertain', { deliveryId });
      return;
    }
    if (state !== 'queued') return;
    const earlyMs = retryAt === null ? 0 : Date.parse(retryAt) - now.getTime();
    if (earlyMs > 0) return queue.postDigest(message, earlyMs);

    const address = await addressOf(parts, tenantId, found.delivery);
    if (!(address instanceof URL)) {
      await ledger.update(tenantId, found, failed(address, null, now));
      log.error('digest-failed', { deliveryId, code: address.code });
      return;
    }
    const attempts = found.delivery.attempts + 1;
    const claim = {
      state: 'sending',
      sentAt: now.toISOString(),
      attempts,
      retryAt: null,
      problem: null,
    } as const;
    const claimed = await ledger.update(tenantId, found, claim);
    // Another worker was faster.
    if (!claimed) return;
    const outcome = await parts.sender.post(address.href, claimed.card);
    await record(parts, message, claimed, outcome, log);
  };
}

async function addressOf(
  { targets, secrets, allowedHosts }: PostDigestParts,
  tenantId: string,
  delivery: StoredDelivery,
): Promise<URL | StoredProblem> {
  const target = await targets.find(tenantId, delivery.targetId);
  const address = target && (await secrets.read(target.secretName));
  if (!address) return { code: 'target-gone', values: { target: delivery.targetName } };
  try {
    // Checked again: the list of hosts may have changed since the address was saved.
    return allowedAddress(address, allowedHosts);
  } catch (error) {
    if (error instanceof ProblemError) return { code: error.code, values: error.values };
    throw error;
  }
}

async function record(
  { ledger, queue, clock, random }: PostDigestParts,
  message: PostDigestMessage,
  claimed: DeliveryHandle,
  outcome: SendOutcome,
  log: Log,
): Promise<void> {
  const { tenantId, deliveryId } = message;
  const now = clock.now();
  const values = { target: claimed.delivery.targetName, status: String(outcome.status ?? '–') };
  const note = { deliveryId, kind: outcome.kind, status: outcome.status };
  switch (outcome.kind) {
    case 'accepted': {
      const ended = { state: 'accepted', endedAt: now.toISOString(), answerStatus: outcome.status } as const;
      await ledger.update(tenantId, claimed, ended);
      log.info('digest-accepted', note);
      return;
    }
    case 'refused': {
      const problem = { code: REFUSALS[outcome.reason], values };
      await ledger.update(tenantId, claimed, failed(problem, outcome.status, now));
      log.error('digest-failed', { ...note, code: problem.code });
      return;
    }
    case 'uncertain':
      await ledger.update(tenantId, claimed, uncertain(claimed.delivery, outcome.status, now));
      log.error('digest-uncertain', note);
      return;
    case 'try-again': {
      const code = outcome.status === 429 ? 'target-throttled' : 'target-unavailable';
      const problem = { code, values } as const;
      const waitMs = retryWaitMs(claimed.delivery.attempts, outcome.waitMs, random());
      if (waitMs === null) {
        await ledger.update(tenantId, claimed, failed(problem, outcome.status, now));
        log.error('digest-failed', { ...note, code });
        return;
      }
      const retryAt = new Date(now.getTime() + waitMs).toISOString();
      const queued = { state: 'queued', retryAt, problem, answerStatus: outcome.status } as const;
      await ledger.update(tenantId, claimed, queued);
      await queue.postDigest(message, waitMs);
      log.warn('digest-waiting', { ...note, waitMs });
      return;
    }
  }
}

function failed(problem: StoredProblem, answerStatus: number | null, now: Date): Partial<StoredDelivery> {
  return { state: 'failed', endedAt: now.toISOString(), retryAt: null, answerStatus, problem };
}

/** How an entry reads whose card may or may not have arrived. */
export function uncertain(
  delivery: StoredDelivery,
  answerStatus: number | null,
  now: Date,
): Partial<StoredDelivery> {
  const problem = { code: 'delivery-uncertain', values: { target: delivery.targetName } } as const;
  return { state: 'uncertain', endedAt: now.toISOString(), retryAt: null, answerStatus, problem };
}
