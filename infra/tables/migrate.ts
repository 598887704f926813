import { entitiesOf, eachOf, tableNames, type StoredEntity, type TableAccount } from './table-files.ts';

/** A change of the stored shape. Entities are changed one by one; a migration may meet one that it has changed already. */
export interface Migration {
  /** The version that the tables have after it; each migration is one above the one before. */
  readonly to: number;
  readonly summary: string;
  /** The entity as it is to be, null to remove it, or the same object where it needs no change. */
  change(table: string, entity: StoredEntity): StoredEntity | null;
}

/**
 * Every migration there has been. Version 1 is what 0.1 stores, so there is none yet; `RESULT_SCHEMA_VERSION` in core says
 * when the next is due.
 */
export const MIGRATIONS: readonly Migration[] = [];

const FIRST_VERSION = 1;
const MARK = { table: 'schema', partitionKey: 'schema', rowKey: 'version' };

export interface MigrationReport {
  readonly from: number;
  readonly to: number;
  /** Entities that were (or, in a rehearsal, would be) changed or removed, by migration. */
  readonly changed: Readonly<Record<string, number>>;
}

/**
 * Brings the tables to the newest version, or only tells what it would do. The mark of the version is written after each
 * migration, so that one that was broken off goes on where it was.
 */
export async function migrate(
  account: TableAccount,
  migrations: readonly Migration[],
  apply: boolean,
): Promise<MigrationReport> {
  const from = await storedVersion(account);
  const due = migrations.filter(({ to }) => to > from).sort((a, b) => a.to - b.to);
  const changed: Record<string, number> = {};
  for (const migration of due) {
    changed[`${migration.to} ${migration.summary}`] = await run(account, migration, apply);
    if (apply) await mark(account, migration.to);
  }
  return { from, to: due.at(-1)?.to ?? from, changed };
}

async function run(account: TableAccount, migration: Migration, apply: boolean): Promise<number> {
  let count = 0;
  for (const name of (await tableNames(account)).filter((table) => table !== MARK.table)) {
    const table = account.table(name);
    const changes: { readonly before: StoredEntity; readonly after: StoredEntity | null }[] = [];
    for await (const before of entitiesOf(table)) {
      const after = migration.change(name, before);
      if (after !== before) changes.push({ before, after });
    }
    count += changes.length;
    if (!apply) continue;
    await eachOf(changes, ({ before, after }) =>
      after ? table.upsertEntity(after, 'Replace') : table.deleteEntity(before.partitionKey, before.rowKey),
    );
  }
  return count;
}

async function storedVersion(account: TableAccount): Promise<number> {
  try {
    const { version } = await account
      .table(MARK.table)
      .getEntity<{ readonly version: number }>(MARK.partitionKey, MARK.rowKey);
    return version;
  } catch (error) {
    if ((error as { readonly statusCode?: unknown }).statusCode === 404) return FIRST_VERSION;
    throw error;
  }
}

async function mark(account: TableAccount, version: number): Promise<void> {
  await account.service.createTable(MARK.table);
  const { partitionKey, rowKey } = MARK;
  await account.table(MARK.table).upsertEntity({ partitionKey, rowKey, version }, 'Replace');
}
