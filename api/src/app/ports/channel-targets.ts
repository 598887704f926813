import type { ChannelTarget } from '#core/contracts/admin.ts';

/** A channel as stored: in place of its address, the name of the secret that holds it. */
export interface StoredTarget extends ChannelTarget {
  readonly secretName: string;
}

export interface ChannelTargets {
  list(tenantId: string): Promise<readonly StoredTarget[]>;
  find(tenantId: string, id: string): Promise<StoredTarget | null>;
  save(tenantId: string, target: StoredTarget): Promise<void>;
  remove(tenantId: string, id: string): Promise<void>;
}
