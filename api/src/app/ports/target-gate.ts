/**
 * Spaces the posts to one channel across all instances: at most one a second, and none while the channel has asked us to
 * wait.
 */
export interface TargetGate {
  /** Takes the next place if it is free now; else how long until it is, milliseconds. 0: go. */
  take(tenantId: string, targetId: string, now: Date): Promise<number>;
  /** Holds the whole target back until then. */
  hold(tenantId: string, targetId: string, until: Date): Promise<void>;
}
