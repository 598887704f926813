import type { FeedNotice, PostedMessage } from './tenant-content.ts';
import type { ChangeInput, FaultInput } from './control-commands.ts';
import type { SubscriptionJson } from './subscriptions.ts';

/** One call as it came, for tests to look at. Headers are lower-case and without the token. */
export interface RecordedCall {
  readonly method: string;
  /** Path with /v1.0, decoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
  readonly resourceUnits: number;
}

/** What tests, and over POST /_control the Teams host page, do to the stand-in. */
export interface GraphControl {
  /** Calls since the start or the last reset, at most the 10,000 latest. */
  calls(): readonly RecordedCall[];
  resourceUnits(): number;
  /** What is subscribed to now, without the secrets. */
  subscriptions(): readonly SubscriptionJson[];
  /** What people have posted in channels through the API, newest last. */
  messages(): readonly PostedMessage[];
  /** What the app has put in people's activity feeds, newest last. */
  notices(): readonly FeedNotice[];
  /** Makes something go wrong. */
  provoke(fault: FaultInput): void;
  /** Changes the tenant's lists, as its people would. */
  change(change: ChangeInput): void;
  /** The tenant as it was at the start, no faults, nothing recorded. */
  reset(): void;
}
