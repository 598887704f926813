import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableClient, TableServiceClient } from '@azure/data-tables';
import { asRestored, isNeverOverwritten } from './restored-digests.ts';

/** An entity with the type of each property, as it is written to a file. */
export type StoredEntity = Readonly<Record<string, unknown>> & {
  readonly partitionKey: string;
  readonly rowKey: string;
};

/** How the tables of a storage account are reached. */
export interface TableAccount {
  readonly service: TableServiceClient;
  table(name: string): TableClient;
}

interface BackupManifest {
  readonly version: 1;
  readonly takenAt: string;
  readonly tables: Readonly<Record<string, { readonly entities: number; readonly sha256: string }>>;
}

/** A backup that can't be used; the message says why. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** What the service adds by itself is no part of the contents. */
const ADDED_BY_SERVICE = new Set(['etag', 'timestamp', 'odata.metadata']);
const MANIFEST = 'manifest.json';
/** Writes at once: enough to hide the waiting, few enough not to be throttled. */
const AT_ONCE = 16;

/** The names of the tables, in order. */
export async function tableNames({ service }: TableAccount): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { name } of service.listTables()) if (name !== undefined) names.push(name);
  return names.sort();
}

/** Every entity of a table, or of the partitions that belong to one tenant. */
export async function* entitiesOf(table: TableClient, tenantId?: string): AsyncGenerator<StoredEntity> {
  const filter =
    tenantId === undefined
      ? undefined
      : `PartitionKey ge '${quoted(tenantId)}' and PartitionKey lt '${quoted(tenantId)}\uffff'`;
  const pages = table.listEntities({
    disableTypeConversion: true,
    queryOptions: filter === undefined ? {} : { filter },
  });
  for await (const entity of pages) {
    const contents = Object.entries(entity).filter(([name]) => !ADDED_BY_SERVICE.has(name));
    yield {
      ...Object.fromEntries(contents),
      partitionKey: entity.partitionKey ?? '',
      rowKey: entity.rowKey ?? '',
    };
  }
}

function quoted(text: string): string {
  return text.replaceAll("'", "''");
}

/**
 * Writes every table to a folder, a file of one entity a line each, with a manifest that holds their hashes.
 *
 * @returns entities per table
 */
export async function backUp(
  account: TableAccount,
  folder: string,
  takenAt: string,
): Promise<Readonly<Record<string, number>>> {
  await mkdir(folder, { recursive: true });
  const tables: Record<string, { entities: number; sha256: string }> = {};
  for (const name of await tableNames(account)) {
    const lines: string[] = [];
    for await (const entity of entitiesOf(account.table(name))) lines.push(JSON.stringify(entity));
    const text = lines.map((line) => `${line}\n`).join('');
    await writeFile(join(folder, `${name}.jsonl`), text);
    tables[name] = { entities: lines.length, sha256: sha256(text) };
  }
  const manifest: BackupManifest = { version: 1, takenAt, tables };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return Object.fromEntries(Object.entries(tables).map(([name, { entities }]) => [name, entities]));
}

/**
 * Puts a backup back. All files are checked against the manifest before anything is written. Tables that hold something
 * are not touched unless `overwrite` says so; what has been added since the backup then stays beside it, and so does what
 * has become of each digest.
 *
 * @param restoredAt when nothing runs that posts digests; they begin anew from then
 * @returns entities per table in the backup
 * @throws BackupError where the backup is not whole, or a table is not empty
 */
export async function restore(
  account: TableAccount,
  folder: string,
  overwrite: boolean,
  restoredAt: string,
): Promise<Readonly<Record<string, number>>> {
  const manifest = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as BackupManifest;
  const contents = new Map<string, readonly StoredEntity[]>();
  for (const [name, { entities, sha256: expected }] of Object.entries(manifest.tables)) {
    const text = await readFile(join(folder, `${name}.jsonl`), 'utf8');
    const lines = text.split('\n').filter((line) => line !== '');
    if (sha256(text) !== expected || lines.length !== entities) {
      throw new BackupError(`${name}.jsonl is not the file that was backed up; take another backup`);
    }
    contents.set(
      name,
      lines.map((line) => JSON.parse(line) as StoredEntity),
    );
  }
  for (const name of contents.keys()) {
    if (!overwrite && (await holdsSomething(account.table(name)))) {
      throw new BackupError(`the table ${name} is not empty; --overwrite writes over it`);
    }
  }
  for (const [name, entities] of contents) {
    await account.service.createTable(name);
    const table = account.table(name);
    await eachOf(entities, async (saved) => {
      const entity = asRestored(name, saved, restoredAt);
      if (!isNeverOverwritten(name, saved)) await table.upsertEntity(entity, 'Replace');
      else await create(table, entity);
    });
  }
  return Object.fromEntries([...contents].map(([name, { length }]) => [name, length]));
}

async function create(table: TableClient, entity: StoredEntity): Promise<void> {
  try {
    await table.createEntity(entity);
  } catch (error) {
    if ((error as { readonly statusCode?: unknown }).statusCode !== 409) throw error;
  }
}

async function holdsSomething(table: TableClient): Promise<boolean> {
  try {
    for await (const _entity of entitiesOf(table)) return true;
    return false;
  } catch (error) {
    if ((error as { readonly statusCode?: unknown }).statusCode === 404) return false;
    throw error;
  }
}

/** Does something with each, several at once. */
export async function eachOf<T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += AT_ONCE)
    await Promise.all(items.slice(at, at + AT_ONCE).map(act));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
