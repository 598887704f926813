import type { RetryClass } from '#core/digest/delivery-retry.ts';
import type { Card } from './delivery-ledger.ts';

/** How a post ended, by whether the card may have arrived. */
export type SendOutcome =
  /** Taken; what stands behind the address may still fail. */
  | { readonly kind: 'accepted'; readonly status: number }
  /** In the channel, by the service's own word. */
  | { readonly kind: 'posted'; readonly status: number; readonly messageUrl: string | null }
  /** Surely not taken; may be tried again, `waitMs` where the target said when. */
  | {
      readonly kind: 'try-again';
      readonly status: number | null;
      readonly retryClass: RetryClass;
      readonly waitMs: number | null;
    }
  /** Surely not taken, and trying again won't help. */
  | {
      readonly kind: 'refused';
      readonly status: number | null;
      readonly reason: RefusedReason;
      /** What else the reason's text names. */
      readonly values?: Readonly<Record<string, string>>;
    }
  /** Sent, but no answer that says whether it was taken. */
  | { readonly kind: 'uncertain'; readonly status: number | null };

export type RefusedReason =
  | 'gone'
  | 'too-large'
  | 'unauthorised'
  | 'address'
  | 'refused'
  /** The person in whose name it was to be posted: no consent, signed out, not allowed there, no such channel. */
  | 'consent'
  | 'signed-out'
  | 'forbidden'
  | 'no-channel'
  /** Somebody's activity feed: the app is not theirs, or there is no such person. */
  | 'not-installed'
  | 'no-person';

/** Why nobody can post just now: no token, for instance. Nothing has been sent. */
export type NotReady = Extract<SendOutcome, { readonly kind: 'try-again' | 'refused' }>;

/**
 * Posts a card to an address, in the form of its kind of target. Whoever has one has all that a post takes, tokens
 * included: between the claim of a card and its post there is nothing to wait for. Never throws for what the target does.
 */
export interface ChannelSender {
  post(address: string, card: Card): Promise<SendOutcome>;
}
