import type { ChannelSender, NotReady, SendOutcome } from '../../app/ports/channel-sender.ts';
import type { Card } from '../../app/ports/delivery-ledger.ts';
import { inTime } from './in-time.ts';
import { activityNotice } from './activity-notice.ts';
import { postOnce, type GraphPostOptions } from './graph-post-once.ts';

export interface ActivityFeedOptions extends GraphPostOptions {
  /** A token of the app registration that stands in the Teams app's manifest. */
  readonly token: () => Promise<string>;
}

const REASONS = { 401: 'refused', 403: 'not-installed', 404: 'no-person' } as const;

/** Puts a notice of a card in one person's activity feed. Graph takes it; Teams shows it when it can. */
class ActivityFeedSender implements ChannelSender {
  readonly #options: GraphPostOptions;
  readonly #token: string;

  constructor(options: GraphPostOptions, token: string) {
    this.#options = options;
    this.#token = token;
  }

  async post(address: string, card: Card): Promise<SendOutcome> {
    const path = `${address}/sendActivityNotification`;
    const posted = await postOnce(this.#options, this.#token, path, activityNotice(card), REASONS);
    return posted.kind === 'taken' ? { kind: 'accepted', status: posted.status } : posted;
  }
}

/** Gets the token that notices take, before anything is promised. */
export async function activityFeedSender(options: ActivityFeedOptions): Promise<ChannelSender | NotReady> {
  try {
    return new ActivityFeedSender(options, await inTime(options.token(), options.timeoutMs));
  } catch {
    return { kind: 'try-again', status: null, retryClass: 'unavailable', waitMs: null };
  }
}
