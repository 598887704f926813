import type { ChannelTarget } from '#core/contracts/channel-targets.ts';

/** A target as stored: in place of a webhook's address, the name of the secret that holds it; null for other kinds. */
export interface StoredTarget extends ChannelTarget {
  readonly secretName: string | null;
}

export interface ChannelTargets {
  list(tenantId: string): Promise<readonly StoredTarget[]>;
  find(tenantId: string, id: string): Promise<StoredTarget | null>;
  save(tenantId: string, target: StoredTarget): Promise<void>;
  remove(tenantId: string, id: string): Promise<void>;
}
