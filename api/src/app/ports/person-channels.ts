import type { PostConsent } from '#core/contracts/channel-targets.ts';
import type { ChannelSender, NotReady } from './channel-sender.ts';

/** Channels in which somebody who is signed in posts as themselves. */
export interface PersonChannels {
  /** Gets ready to post in this person's name, within a limit of time; or why that can't be. */
  senderFor(tenantId: string, userToken: string): Promise<ChannelSender | NotReady>;
  /**
   * What must be approved before this person can post; null where nothing is missing. Nothing is posted.
   *
   * @throws ProblemError token-expired, graph-unauthenticated, sign-in-unavailable
   */
  missingConsent(tenantId: string, userToken: string): Promise<PostConsent | null>;
}
