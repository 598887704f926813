import { randomUUID } from 'node:crypto';
import type { TableClient } from '@azure/data-tables';
import { packJson, unpackJson } from './packed-json.ts';
import { atStorage, entitiesWithPrefix, isNotFound, readEntity, writing } from './table-access.ts';

/** Where the parts of one writing of a document are. */
export interface Generation {
  readonly generation: string;
  /** Each body's name and its number of parts, `result:1 rows:3`. */
  readonly parts: string;
}

/** Named JSON bodies that belong together. */
export type Bodies = Readonly<Record<string, unknown>>;

/**
 * The bodies of documents in Tables, of any size: packed, cut into entities, and reached through a head entity that
 * names their generation. The parts of a new generation are written first and the head is switched after that, by its
 * eTag, so that a reader sees all of the old document or all of the new one.
 */
export class DocumentParts {
  readonly #table: TableClient;

  constructor(table: TableClient) {
    this.#table = table;
  }

  /** Writes the parts of a new generation; nothing refers to them until a head does. */
  async write(partition: string, key: string, bodies: Bodies): Promise<Generation> {
    const generation = randomUUID();
    const counts: string[] = [];
    for (const [name, json] of Object.entries(bodies)) {
      const packed = await packJson(json);
      counts.push(`${name}:${packed.length}`);
      for (const [index, properties] of packed.entries()) {
        const rowKey = partKey(key, generation, name, index);
        await writing(this.#table, () =>
          this.#table.createEntity({ partitionKey: partition, rowKey, ...properties }),
        );
      }
    }
    return { generation, parts: counts.join(' ') };
  }

  /** One body, or null where its generation has been removed meanwhile: the head then names another. */
  async read(
    partition: string,
    key: string,
    at: Generation,
    name: string,
  ): Promise<{ json: unknown } | null> {
    const count = Number(new RegExp(`(?:^| )${name}:(\\d+)`).exec(at.parts)?.[1] ?? Number.NaN);
    if (!Number.isInteger(count)) throw new Error(`the document ${key} has no body ${name}`);
    const entities = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        readEntity<Record<string, unknown>>(this.#table, partition, partKey(key, at.generation, name, index)),
      ),
    );
    const whole = entities.filter((entity) => entity !== null);
    return whole.length === count ? { json: await unpackJson(whole) } : null;
  }

  /** Removes a generation that no head names any more. */
  async remove(partition: string, key: string, generation: string): Promise<void> {
    const prefix = `${PART}${key}|${generation}|`;
    for (const { rowKey } of await entitiesWithPrefix(this.#table, partition, prefix)) {
      await atStorage(async () => {
        try {
          await this.#table.deleteEntity(partition, rowKey ?? '');
        } catch (error) {
          if (!isNotFound(error)) throw error;
        }
      });
    }
  }
}

/** Sorts apart from every head. */
const PART = 'part|';

function partKey(key: string, generation: string, name: string, index: number): string {
  return `${PART}${key}|${generation}|${name}|${String(index).padStart(4, '0')}`;
}
