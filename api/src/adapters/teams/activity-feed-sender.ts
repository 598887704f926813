import type { ChannelSender, SendOutcome } from '../../app/ports/channel-sender.ts';
import type { Card } from '../../app/ports/delivery-ledger.ts';
import { activityNotice } from './activity-notice.ts';
import { postOnce, type GraphPostOptions } from './graph-post-once.ts';

export interface ActivityFeedOptions extends GraphPostOptions {
  /** A token of the app registration that stands in the Teams app's manifest. */
  readonly token: () => Promise<string>;
}

const REASONS = { 401: 'refused', 403: 'not-installed', 404: 'no-person' } as const;

/** Puts a notice of a card in one person's activity feed. Graph takes it; Teams shows it when it can. */
export class ActivityFeedSender implements ChannelSender {
  readonly #options: ActivityFeedOptions;

  constructor(options: ActivityFeedOptions) {
    this.#options = options;
  }

  async post(address: string, card: Card): Promise<SendOutcome> {
    let token: string;
    try {
      token = await this.#options.token();
    } catch {
      return { kind: 'try-again', status: null, retryClass: 'unavailable', waitMs: null };
    }
    const path = `${address}/sendActivityNotification`;
    const posted = await postOnce(this.#options, token, path, activityNotice(card), REASONS);
    return posted.kind === 'taken' ? { kind: 'accepted', status: posted.status } : posted;
  }
}
