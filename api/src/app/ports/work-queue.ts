import type {
  ListWatchMessage,
  PostDigestMessage,
  RecomputeMessage,
  RunSubscriptionMessage,
} from '#core/contracts/work.ts';

/** Work for later. A message may arrive twice: whoever takes it must be able to bear that. */
export interface WorkQueue {
  recompute(message: RecomputeMessage, delayMs?: number): Promise<void>;
  runSubscription(message: RunSubscriptionMessage): Promise<void>;
  watchLists(message: ListWatchMessage, delayMs?: number): Promise<void>;
  postDigest(message: PostDigestMessage, delayMs?: number): Promise<void>;
}
