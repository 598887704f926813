import type { TableClient } from '@azure/data-tables';
import type { TargetGate } from '../../app/ports/target-gate.ts';
import { readEntity, writingOver } from './table-access.ts';

/** `freeAt`: when the next post may go, ISO 8601. */
interface GateEntity {
  readonly freeAt: string;
}

/** Teams takes one message a second for each channel. */
const SPACING_MS = 1000;
const TRIES = 5;

/** One small entity for each target, written over by its eTag only: of two instances one gets the place. */
export class TableTargetGate implements TargetGate {
  readonly #table: TableClient;

  constructor(table: TableClient) {
    this.#table = table;
  }

  async take(tenantId: string, targetId: string, now: Date): Promise<number> {
    const nowMs = now.getTime();
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const gate = await this.#read(tenantId, targetId);
      const waitMs = freeAtMs(gate) - nowMs;
      if (waitMs > 0) return waitMs;
      if (await this.#write(tenantId, targetId, new Date(nowMs + SPACING_MS), gate?.etag ?? null)) return 0;
    }
    // Many want this channel at once: come back when the first of them is through.
    return SPACING_MS;
  }

  async hold(tenantId: string, targetId: string, until: Date): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const gate = await this.#read(tenantId, targetId);
      if (freeAtMs(gate) >= until.getTime()) return;
      if (await this.#write(tenantId, targetId, until, gate?.etag ?? null)) return;
    }
  }

  #read(tenantId: string, targetId: string) {
    return readEntity<GateEntity>(this.#table, tenantId, keyOf(targetId));
  }

  async #write(tenantId: string, targetId: string, freeAt: Date, eTag: string | null): Promise<boolean> {
    const entity = { partitionKey: tenantId, rowKey: keyOf(targetId), freeAt: freeAt.toISOString() };
    const written = await writingOver(this.#table, () =>
      eTag === null
        ? this.#table.createEntity(entity)
        : this.#table.updateEntity(entity, 'Replace', { etag: eTag }),
    );
    return written !== null;
  }
}

function freeAtMs(gate: GateEntity | null): number {
  return gate === null ? 0 : Date.parse(gate.freeAt);
}

function keyOf(targetId: string): string {
  return `gate|${targetId}`;
}
