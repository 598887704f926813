import type { PostDigestMessage } from '#core/contracts/work.ts';
import type { ProblemCode } from '#core/contracts/problem.ts';
import { decideRetry, type RetryClass } from '#core/digest/delivery-retry.ts';
import { failed, uncertain } from './delivery-endings.ts';
import type { RefusedReason, SendOutcome } from '../ports/channel-sender.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryHandle, DeliveryLedger, StoredDelivery } from '../ports/delivery-ledger.ts';
import type { Log } from '../ports/log.ts';
import type { TargetGate } from '../ports/target-gate.ts';
import type { WorkQueue } from '../ports/work-queue.ts';
import type { ReachTarget } from './reach-target.ts';
import type { RenewDelivery } from './renew-delivery.ts';
import type { TellOfFailure } from './tell-of-failure.ts';
import { updateOwn } from './update-own.ts';

/** @param userToken of somebody who is there and waits for it; left out for the queue */
export type PostDigest = (message: PostDigestMessage, log: Log, userToken?: string) => Promise<void>;

export interface PostDigestParts {
  readonly ledger: DeliveryLedger;
  readonly renew: RenewDelivery;
  readonly reach: ReachTarget;
  readonly gate: TargetGate;
  readonly queue: WorkQueue;
  readonly clock: Clock;
  readonly tellOfFailure: TellOfFailure;
  /** How long an entry may stand as sending before nobody can be at it any more; at least twice what a post can take. */
  readonly sendingLimitMs: number;
  newId(): string;
  /** 0 ≤ random < 1 */
  readonly random: () => number;
}

const REFUSALS: Readonly<Record<RefusedReason, ProblemCode>> = {
  gone: 'target-gone',
  'too-large': 'card-too-large',
  unauthorised: 'target-unauthorised',
  address: 'address-not-allowed',
  refused: 'target-refused',
  consent: 'post-consent-missing',
  'signed-out': 'token-expired',
  forbidden: 'channel-forbidden',
  'no-channel': 'channel-gone',
  'not-installed': 'app-not-installed',
  'no-person': 'person-not-found',
};

/** Nothing was sent: the claim itself took too long. */
const HELD_UP = { kind: 'try-again', status: null, retryClass: 'unavailable', waitMs: null } as const;

/** A wait that an admin should see in the receipt. */
const NOTABLE_WAIT_MS = 10_000;

/**
 * Does what a post-digest message asks. The entry says `sending` before the card is sent, by a write that only one
 * worker can win; an entry found `sending` long after may or may not have been posted, so it becomes `uncertain` and is
 * not sent again. For somebody who waits nothing is tried again behind their back: they are told at once, and their token
 * is kept nowhere.
 */
export function createPostDigest(allParts: PostDigestParts): PostDigest {
  const { ledger, queue, clock, gate } = allParts;
  return async (message, log, userToken) => {
    const isAttended = userToken !== undefined;
    // Whoever waits sees for themselves how it went.
    const parts = isAttended ? { ...allParts, tellOfFailure: () => Promise.resolve() } : allParts;
    const { tenantId, deliveryId } = message;
    const waiting = await ledger.find(tenantId, deliveryId);
    if (!waiting) return;
    const now = clock.now();
    const { state, retryAt, sentAt, targetId } = waiting.delivery;
    if (state === 'sending') {
      const leftMs = Date.parse(sentAt ?? '') + parts.sendingLimitMs - now.getTime();
      // Whoever is sending may yet write how it ended; if not, this message finds out.
      if (leftMs > 0) return queue.postDigest(message, leftMs + 1000);
      await end(parts, message, waiting, uncertain(waiting.delivery, null, now), log);
      return;
    }
    if (state !== 'queued') return conclude(parts, message, waiting.delivery, log);
    const earlyMs = retryAt === null ? 0 : Date.parse(retryAt) - now.getTime();
    if (earlyMs > 0) return queue.postDigest(message, earlyMs);

    const renewed = await parts.renew(tenantId, waiting, log);
    if (renewed.kind === 'unwritable')
      return end(parts, message, waiting, failed(renewed.problem, null, now), log);
    if (!('found' in renewed)) return;
    const { found } = renewed;
    const { card } = found;
    if (card === null) return;
    const reached = await parts.reach(tenantId, found.delivery, userToken ?? null);
    if ('code' in reached) {
      await end(parts, message, found, failed(reached, null, now), log);
      return;
    }
    if ('kind' in reached) {
      const { attempts } = found.delivery;
      const tried = { ...found, delivery: { ...found.delivery, attempts: attempts + 1 } };
      return record(parts, message, tried, isAttended ? finalOf(reached) : reached, log);
    }
    const heldMs = await gate.take(tenantId, targetId, now);
    if (heldMs > 0 && !isAttended) return waitForGate(parts, message, found, heldMs);
    if (heldMs > 0) {
      const problem = { code: 'target-throttled', values: { target: found.delivery.targetName } } as const;
      await end(parts, message, found, failed(problem, null, now), log);
      return;
    }

    const claim = {
      state: 'sending',
      claimId: parts.newId(),
      sentAt: clock.now().toISOString(),
      attempts: found.delivery.attempts + 1,
      retryAt: null,
      problem: null,
    } as const;
    const claimed = await updateOwn(ledger, tenantId, found, claim);
    // Another worker was faster.
    if (!claimed) return;
    // Held up at the claim for so long that somebody may call it uncertain before this post would end.
    const isLate = clock.now().getTime() - Date.parse(claim.sentAt) > parts.sendingLimitMs / 2;
    const outcome = isLate ? HELD_UP : await reached.sender.post(reached.address, card);
    await record(parts, message, claimed, isAttended ? finalOf(outcome) : outcome, log);
  };
}

/** What could be tried again is over for somebody who waits. */
interface GivenUp {
  readonly kind: 'given-up';
  readonly status: number | null;
  readonly code: 'target-throttled' | 'target-unavailable';
}

function finalOf(outcome: SendOutcome): SendOutcome | GivenUp {
  if (outcome.kind !== 'try-again') return outcome;
  return { kind: 'given-up', status: outcome.status, code: codeOf(outcome.retryClass) };
}

function codeOf(retryClass: RetryClass): GivenUp['code'] {
  return retryClass === 'throttled' ? 'target-throttled' : 'target-unavailable';
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
  outcome: SendOutcome | GivenUp,
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
        failed({ code: REFUSALS[outcome.reason], values: { ...values, ...outcome.values } }, status, now),
        log,
      );
    case 'given-up':
      return end(parts, message, claimed, failed({ code: outcome.code, values }, status, now), log);
    case 'uncertain':
      return end(parts, message, claimed, uncertain(claimed.delivery, status, now), log);
    case 'try-again': {
      const { retryClass, waitMs: askedMs } = outcome;
      const problem = { code: codeOf(retryClass), values };
      const decision = decideRetry({ retryClass, attempts, askedMs, random: random() });
      if (decision.kind === 'give-up') {
        return end(parts, message, claimed, failed(problem, status, now), log);
      }
      // Whatever else waits for this channel waits with it, on every instance.
      if (askedMs !== null) await gate.hold(tenantId, targetId, new Date(now.getTime() + askedMs));
      const retryAt = new Date(now.getTime() + decision.waitMs).toISOString();
      const waiting = { state: 'queued', retryAt, queuedAt: endedAt, problem, answerStatus: status } as const;
      if (!(await updateOwn(ledger, tenantId, claimed, waiting))) return;
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
    (await updateOwn(ledger, tenantId, expected, ending)) ??
    (await correct(ledger, tenantId, expected, ending));
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
  // Told first: while it is on the list, the sweep tells of it should this process end here.
  if (ended.problem !== null) await tellOfFailure(tenantId, ended, correlationId, log);
  await ledger.close(tenantId, deliveryId);
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
