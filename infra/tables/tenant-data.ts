import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TableClient } from '@azure/data-tables';
import { eachOf, entitiesOf, tableNames, type StoredEntity, type TableAccount } from './table-files.ts';

/** Secrets by name; the names of a tenant's begin with `webhook-` and its id. */
export interface SecretNames {
  list(): Promise<readonly string[]>;
  remove(name: string): Promise<void>;
}

/**
 * Writes everything that is stored of one tenant to a folder, readable: what is packed in the tables is unpacked. Secrets
 * are named, never written.
 *
 * @returns entities per table
 */
export async function exportTenant(
  account: TableAccount,
  secrets: SecretNames | null,
  tenantId: string,
  folder: string,
): Promise<Readonly<Record<string, number>>> {
  await mkdir(folder, { recursive: true });
  const counts: Record<string, number> = {};
  for (const name of await tableNames(account)) {
    const entities: StoredEntity[] = [];
    for await (const entity of entitiesOf(account.table(name), tenantId)) entities.push(entity);
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(readable(entities), null, 2)}\n`);
    counts[name] = entities.length;
  }
  const named = secrets ? await secretsOf(secrets, tenantId) : [];
  await writeFile(join(folder, 'secrets.json'), `${JSON.stringify(named, null, 2)}\n`);
  return counts;
}

/**
 * Removes everything that is stored of one tenant: entities of every table, and secrets.
 *
 * @returns what was removed, per table and for secrets
 */
export async function eraseTenant(
  account: TableAccount,
  secrets: SecretNames | null,
  tenantId: string,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const name of await tableNames(account)) {
    const keys: StoredEntity[] = [];
    for await (const entity of entitiesOf(account.table(name), tenantId)) keys.push(entity);
    await eachOf(keys, ({ partitionKey, rowKey }) => account.table(name).deleteEntity(partitionKey, rowKey));
    counts[name] = keys.length;
  }
  const named = secrets ? await secretsOf(secrets, tenantId) : [];
  if (secrets) for (const name of named) await secrets.remove(name);
  return { ...counts, secrets: named.length };
}

/** Tables whose entries grow old: who did what, and which digest went where. Settings, results and vintages do not. */
const GROWS_OLD = ['audit', 'deliveries'];

/**
 * Removes entries of the audit log and of deliveries that nobody has touched since an instant, as the municipality's plan
 * for retention has it. Deliveries that have not ended stay, and so does the place of each in its subscription, channel
 * and period, which names nothing and keeps a digest from being posted again.
 *
 * @returns entries removed per table
 */
export async function prune(account: TableAccount, before: Date): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  const names = await tableNames(account);
  for (const name of GROWS_OLD.filter((one) => names.includes(one))) {
    const table = account.table(name);
    const old: { readonly partitionKey: string; readonly rowKey: string }[] = [];
    const filter = `Timestamp lt datetime'${before.toISOString()}'`;
    const pages = table.listEntities({ queryOptions: { filter, select: ['PartitionKey', 'RowKey'] } });
    for await (const { partitionKey = '', rowKey = '' } of pages) old.push({ partitionKey, rowKey });
    const isKept = await keptIn(table);
    const removed = old.filter(({ partitionKey, rowKey }) => !isKept(partitionKey, rowKey));
    await eachOf(removed, ({ partitionKey, rowKey }) => table.deleteEntity(partitionKey, rowKey));
    counts[name] = removed.length;
  }
  return counts;
}

/** Rows of the receipts that stay at any age; of other tables none. */
async function keptIn(table: TableClient): Promise<(partitionKey: string, rowKey: string) => boolean> {
  const open = new Set<string>();
  const filter = "RowKey ge 'open|' and RowKey lt 'open|~'";
  for await (const { partitionKey = '', id } of table.listEntities<{ id: string }>({
    queryOptions: { filter },
  }))
    open.add(`${partitionKey}/${id}`);
  return (partitionKey, rowKey) => {
    if (rowKey.startsWith('slot|') || rowKey.startsWith('open|')) return true;
    const isReceipt = rowKey.startsWith('delivery|') || rowKey.startsWith('line|');
    return isReceipt && open.has(`${partitionKey}/${rowKey.split('|').at(-1) ?? ''}`);
  };
}

async function secretsOf(secrets: SecretNames, tenantId: string): Promise<readonly string[]> {
  const prefix = `webhook-${tenantId}-`;
  return (await secrets.list()).filter((name) => name.startsWith(prefix));
}

/** A document's parts are put together by all of their key but the number at its end. */
function readable(entities: readonly StoredEntity[]): readonly unknown[] {
  const whole = Map.groupBy(entities, ({ partitionKey, rowKey }) =>
    rowKey.startsWith('part|')
      ? `${partitionKey}/${rowKey.replace(/\|\d+$/, '')}`
      : `${partitionKey}/${rowKey}`,
  );
  return [...whole.values()].map((parts) => {
    const [first] = parts;
    const packed = parts.flatMap((part) =>
      Array.from({ length: 14 }, (_, index) => bytesOf(part[`bytes${index}`])).filter(
        (bytes) => bytes !== null,
      ),
    );
    const plain = Object.entries(first ?? {}).filter(([name]) => !/^bytes\d+$/.test(name));
    const contents =
      packed.length === 0
        ? {}
        : { contents: JSON.parse(gunzipSync(Buffer.concat(packed)).toString('utf8')) as unknown };
    return { ...Object.fromEntries(plain.map(([name, value]) => [name, valueOf(value)])), ...contents };
  });
}

function bytesOf(property: unknown): Buffer | null {
  const { type, value } = (property ?? {}) as { readonly type?: string; readonly value?: unknown };
  return type === 'Binary' && typeof value === 'string' ? Buffer.from(value, 'base64') : null;
}

/** A typed property's value; a text that is JSON as what it says. */
function valueOf(property: unknown): unknown {
  const value =
    typeof property === 'object' && property !== null && 'value' in property ? property.value : property;
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
