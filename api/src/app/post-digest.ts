import type { PostDigestMessage } from '#core/contracts/work.ts';
import type { ProblemCode } from '#core/contracts/problem.ts';
import { decideRetry } from '#core/digest/delivery-retry.ts';
import { allowedAddress } from './channel-address.ts';
import { failed, uncertain } from './delivery-endings.ts';
import { ProblemError, type StoredProblem } from './errors.ts';
import type { ChannelSender, RefusedReason, SendOutcome } from './ports/channel-sender.ts';
import type { ChannelTargets } from './ports/channel-targets.ts';
import type { Clock } from './ports/clock.ts';
import type { DeliveryHandle, DeliveryLedger, StoredDelivery } from './ports/delivery-ledger.ts';
import type { Log } from './ports/log.ts';
import type { SecretStore } from './ports/secret-store.ts';
import type { TargetGate } from './ports/target-gate.ts';
import type { WorkQueue } from './ports/work-queue.ts';
import type { TellOfFailure } from './tell-of-failure.ts';

export type PostDigest = (message: PostDigestMessage, log: Log) => Promise<void>;

export interface PostDigestParts {
  readonly ledger: DeliveryLedger;
  readonly targets: ChannelTargets;
  readonly secrets: SecretStore;
  readonly sender: ChannelSender;
  readonly gate: TargetGate;
  readonly queue: WorkQueue;
  readonly clock: Clock;
  readonly tellOfFailure: TellOfFailure;
  readonly allowedHosts: readonly string[];
  /** How long an entry may stand as sending before nobody can be at it any more; longer than a post can take. */
  readonly sendingLimitMs: number;
  /** 0 ≤ random < 1 */
  readonly random: () => number;
}

const REFUSALS: Readonly<Record<RefusedReason, ProblemCode>> = {
  gone: 'target-gone',
  'too-large': 'card-too-large',
  unauthorised: 'target-unauthorised',
  address: 'address-not-allowed',
  refused: 'target-refused',
};

/** A wait that an admin should see in the receipt. */
const NOTABLE_WAIT_MS = 10_000;

/**
 * Does what a post-digest message asks. The entry says `sending` before the card is sent, by a write that only one
 * worker can win; an entry found `sending` long after may or may not have been posted, so it becomes `uncertain` and is
 * not sent again.
 */
export function createPostDigest(parts: PostDigestParts): PostDigest {
  const { ledger, queue, clock, gate } = parts;
  return async (message, log) => {
    const { tenantId, deliveryId } = message;
    const found = await ledger.find(tenantId, deliveryId);
    if (!found) return;
    const now = clock.now();
    const { state, retryAt, sentAt, targetId } = found.delivery;
    if (state === 'sending') {
      const leftMs = Date.parse(sentAt ?? '') + parts.sendingLimitMs - now.getTime();
      // Whoever is sending may yet write how it ended; if not, this message finds out.
      if (leftMs > 0) return queue.postDigest(message, leftMs + 1000);
      await end(parts, message, found, uncertain(found.delivery, null, now), log);
      return;
    }
    if (state !== 'queued') return conclude(parts, message, found.delivery, log);
    if (found.card === null) return;
    const earlyMs = retryAt === null ? 0 : Date.parse(retryAt) - now.getTime();
    if (earlyMs > 0) return queue.postDigest(message, earlyMs);

    const address = await addressOf(parts, tenantId, found.delivery);
    if (!(address instanceof URL)) {
      await end(parts, message, found, failed(address, null, now), log);
      return;
    }
    const heldMs = await gate.take(tenantId, targetId, now);
    if (heldMs > 0) return waitForGate(parts, message, found, heldMs);

    const claim = {
      state: 'sending',
      sentAt: now.toISOString(),
      attempts: found.delivery.attempts + 1,
      retryAt: null,
      problem: null,
    } as const;
    const claimed = await ledger.update(tenantId, found, claim);
    // Another worker was faster.
    if (!claimed) return;
    await record(parts, message, claimed, await parts.sender.post(address.href, found.card), log);
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

/** Comes back when the channel is free, spread so that those who wait don't all come at once. */
async function waitForGate(
  { ledger, queue, clock, random }: PostDigestParts,
  message: PostDigestMessage,
  found: DeliveryHandle,
  heldMs: number,
): Promise<void> {
  const waitMs = heldMs + Math.round(random() * Math.min(heldMs, 5000));
  if (waitMs >= NOTABLE_WAIT_MS) {
    const retryAt = new Date(clock.now().getTime() + waitMs).toISOString();
    const problem = { code: 'target-throttled', values: { target: found.delivery.targetName } } as const;
    if (!(await ledger.update(message.tenantId, found, { retryAt, problem }))) return;
  }
  await queue.postDigest(message, waitMs);
}

async function record(
  parts: PostDigestParts,
  message: PostDigestMessage,
  claimed: DeliveryHandle,
  outcome: SendOutcome,
  log: Log,
): Promise<void> {
  const { ledger, queue, clock, gate, random } = parts;
  const { tenantId, deliveryId } = message;
  const { attemptsBefore, targetId, targetName } = claimed.delivery;
  const attempts = claimed.delivery.attempts - attemptsBefore;
  const now = clock.now();
  const endedAt = now.toISOString();
  const { status } = outcome;
  const values = { target: targetName, status: String(status ?? '–') };
  switch (outcome.kind) {
    case 'accepted':
      return end(parts, message, claimed, { state: 'accepted', endedAt, answerStatus: status }, log);
    case 'posted': {
      const { messageUrl } = outcome;
      return end(
        parts,
        message,
        claimed,
        { state: 'posted', endedAt, answerStatus: status, messageUrl },
        log,
      );
    }
    case 'refused':
      return end(
        parts,
        message,
        claimed,
        failed({ code: REFUSALS[outcome.reason], values }, status, now),
        log,
      );
    case 'uncertain':
      return end(parts, message, claimed, uncertain(claimed.delivery, status, now), log);
    case 'try-again': {
      const { retryClass, waitMs: askedMs } = outcome;
      const code = retryClass === 'throttled' ? 'target-throttled' : 'target-unavailable';
      const problem = { code, values } as const;
      const decision = decideRetry({ retryClass, attempts, askedMs, random: random() });
      if (decision.kind === 'give-up') {
        return end(parts, message, claimed, failed(problem, status, now), log);
      }
      // Whatever else waits for this channel waits with it, on every instance.
      if (askedMs !== null) await gate.hold(tenantId, targetId, new Date(now.getTime() + askedMs));
      const retryAt = new Date(now.getTime() + decision.waitMs).toISOString();
      const waiting = { state: 'queued', retryAt, queuedAt: endedAt, problem, answerStatus: status } as const;
      if (!(await ledger.update(tenantId, claimed, waiting))) return;
      await queue.postDigest(message, decision.waitMs);
      log.warn('digest-waiting', { deliveryId, status, retryClass, waitMs: decision.waitMs });
      return;
    }
  }
}

/** Writes how a delivery ended, takes it off the list of open ones, and tells of it where it did not go well. */
async function end(
  parts: PostDigestParts,
  message: PostDigestMessage,
  expected: DeliveryHandle,
  ending: Partial<StoredDelivery>,
  log: Log,
): Promise<void> {
  const { ledger } = parts;
  const { tenantId, deliveryId } = message;
  const written =
    (await ledger.update(tenantId, expected, ending)) ?? (await correct(ledger, tenantId, expected, ending));
  if (!written) return;
  const { state, answerStatus, problem } = written.delivery;
  const note = { deliveryId, state, status: answerStatus, code: problem?.code ?? null };
  if (problem === null) log.info('digest-ended', note);
  else log.error('digest-ended', note);
  await conclude(parts, message, written.delivery, log);
}

/** What follows on any ending; done again where a message comes back, since its worker may have ended in between. */
async function conclude(
  { ledger, tellOfFailure }: PostDigestParts,
  { tenantId, deliveryId, correlationId }: PostDigestMessage,
  ended: StoredDelivery,
  log: Log,
): Promise<void> {
  await ledger.close(tenantId, deliveryId);
  if (ended.problem !== null) await tellOfFailure(tenantId, ended, correlationId, log);
}

/** Somebody called the entry uncertain while we still waited for the answer: now we know better. */
async function correct(
  ledger: DeliveryLedger,
  tenantId: string,
  expected: DeliveryHandle,
  ending: Partial<StoredDelivery>,
): Promise<DeliveryHandle | null> {
  const found = await ledger.find(tenantId, expected.delivery.id);
  const isOurs = found?.delivery.attempts === expected.delivery.attempts;
  if (!isOurs || found.delivery.state !== 'uncertain' || ending.state === 'uncertain') return null;
  return ledger.update(tenantId, found, { problem: null, ...ending });
}
