import type { PostConsent } from '#core/contracts/channel-targets.ts';
import type { ChannelSender } from './channel-sender.ts';

/** Channels in which somebody who is signed in posts as themselves. */
export interface PersonChannels {
  /** Posts in this person's name; an address is that of {@link channelAddress}. */
  senderFor(tenantId: string, userToken: string): ChannelSender;
  /**
   * What must be approved before this person can post; null where nothing is missing. Nothing is posted.
   *
   * @throws ProblemError token-expired, graph-unauthenticated
   */
  missingConsent(tenantId: string, userToken: string): Promise<PostConsent | null>;
}
