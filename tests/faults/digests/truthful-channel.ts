import type { ChannelSender, SendOutcome } from '../../../api/src/app/ports/channel-sender.ts';
import type { Card } from '../../../api/src/app/ports/delivery-ledger.ts';
import type { Random } from './random.ts';

/** What a channel does with a post, and whether the card then stands in it. */
const WAYS: readonly (readonly [weight: number, outcome: SendOutcome, isPosted: boolean])[] = [
  [10, { kind: 'accepted', status: 202 }, true],
  [1, { kind: 'accepted', status: 202 }, false],
  [2, { kind: 'try-again', status: 429, retryClass: 'throttled', waitMs: 90_000 }, false],
  [2, { kind: 'try-again', status: 429, retryClass: 'throttled', waitMs: null }, false],
  [1, { kind: 'try-again', status: null, retryClass: 'unreachable', waitMs: null }, false],
  [1, { kind: 'try-again', status: 503, retryClass: 'unavailable', waitMs: 60_000 }, false],
  [1, { kind: 'uncertain', status: 503 }, false],
  [1, { kind: 'uncertain', status: 503 }, true],
  [1, { kind: 'uncertain', status: 500 }, false],
  [1, { kind: 'uncertain', status: null }, true],
  [1, { kind: 'refused', status: 404, reason: 'gone' }, false],
];

/** A channel that does anything a flow can do, and remembers which cards stand in it: what the ledger is held against. */
export class TruthfulChannel implements ChannelSender {
  readonly posted = new Map<string, number>();
  readonly taken = new Map<string, number>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  post(_address: string, card: Card): Promise<SendOutcome> {
    const name = String(card['name']);
    const total = WAYS.reduce((sum, [weight]) => sum + weight, 0);
    let drawn = this.#random() * total;
    for (const [weight, outcome, isPosted] of WAYS) {
      drawn -= weight;
      if (drawn >= 0) continue;
      if (isPosted) this.posted.set(name, (this.posted.get(name) ?? 0) + 1);
      if (outcome.kind === 'accepted') this.taken.set(name, (this.taken.get(name) ?? 0) + 1);
      return Promise.resolve(outcome);
    }
    throw new Error('the weights do not sum up');
  }
}
