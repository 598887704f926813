import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** A table property holds 64 KiB, an entity 1 MiB with names and overhead. */
const PROPERTY_BYTES = 60 * 1024;
const PROPERTIES = 14;
const ENTITY_BYTES = PROPERTY_BYTES * PROPERTIES;

/** Properties `bytes0`, `bytes1` … of one entity. */
export type PackedProperties = Readonly<Record<string, Uint8Array>>;

/** Packs a JSON value for Tables: compressed, cut to the limits of properties and entities; one record per entity. */
export async function packJson(json: unknown): Promise<readonly PackedProperties[]> {
  const bytes = await compress(Buffer.from(JSON.stringify(json), 'utf8'));
  const count = Math.max(1, Math.ceil(bytes.byteLength / ENTITY_BYTES));
  return Array.from({ length: count }, (_, index) =>
    properties(bytes.subarray(index * ENTITY_BYTES, (index + 1) * ENTITY_BYTES)),
  );
}

/** What {@link packJson} packed, from its entities in their order. */
export async function unpackJson(entities: readonly Readonly<Record<string, unknown>>[]): Promise<unknown> {
  const pieces = entities.flatMap((entity) =>
    Array.from({ length: PROPERTIES }, (_, index) => entity[`bytes${index}`]).filter(
      (piece) => piece instanceof Uint8Array,
    ),
  );
  const bytes = await expand(Buffer.concat(pieces));
  return JSON.parse(bytes.toString('utf8'));
}

function properties(bytes: Uint8Array): PackedProperties {
  const count = Math.ceil(bytes.byteLength / PROPERTY_BYTES);
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `bytes${index}`,
      bytes.subarray(index * PROPERTY_BYTES, (index + 1) * PROPERTY_BYTES),
    ]),
  );
}
