import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TableClient, TableServiceClient } from '@azure/data-tables';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultEnvelope } from '#core/contracts/read.ts';
import { TableDeliveryLedger } from '../../api/src/adapters/tables/table-delivery-ledger.ts';
import { TableSubscriptionStore } from '../../api/src/adapters/tables/table-subscription-store.ts';
import type { StoredDelivery } from '../../api/src/app/ports/delivery-ledger.ts';
import { migrate, MIGRATIONS, type Migration } from '../../infra/tables/migrate.ts';
import { backUp, restore, tableNames, type TableAccount } from '../../infra/tables/table-files.ts';
import { eraseTenant, exportTenant, prune } from '../../infra/tables/tenant-data.ts';
import { ADMIN, TENANT_ID } from '../../local/identity-issuer/users.ts';
import { startSeededStack, type RunningStack } from '../support/running-stack.ts';

const OTHER_TENANT = `${TENANT_ID.slice(0, -1)}1`;
const root = join(import.meta.dirname, '../..');
const RESTORED_AT = '2026-11-20T09:00:00.000Z';
let stack: RunningStack;
let account: TableAccount;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tables-'));
  stack = await startSeededStack();
  const options = { allowInsecureConnection: true };
  account = {
    service: TableServiceClient.fromConnectionString(stack.storage, options),
    table: (name) => TableClient.fromConnectionString(stack.storage, name, options),
  };
});
afterAll(async () => {
  await stack.stop();
  await rm(folder, { recursive: true, force: true });
});

const RECEIPT: StoredDelivery = {
  id: '',
  subscriptionId: 's',
  period: 'p',
  subject: { kind: 'index' },
  unitName: '',
  isTest: false,
  year: 2025,
  targetId: 'k',
  targetName: 'Kanal',
  targetKind: 'workflows-webhook',
  language: 'sv',
  resultHash: 'r',
  contentHash: 'c',
  hasCard: true,
  state: 'queued',
  requestedAt: '2026-11-20T07:00:00.000Z',
  requestedBy: 'Test',
  queuedAt: '2026-11-20T07:00:00.000Z',
  sentAt: null,
  endedAt: null,
  attempts: 0,
  attemptsBefore: 0,
  answerStatus: null,
  retryAt: null,
  messageUrl: null,
  problem: null,
};

const result = async () =>
  (await stack.api(ADMIN).call<ResultEnvelope>('GET', '/results/2025?vintage=live')).body.result;

async function emptyTables(): Promise<void> {
  for (const name of await tableNames(account)) {
    for await (const { partitionKey = '', rowKey = '' } of account.table(name).listEntities()) {
      await account.table(name).deleteEntity(partitionKey, rowKey);
    }
  }
}

describe('backup and restore', () => {
  test('bring back every figure after the tables were lost', async () => {
    const before = await result();
    const saved = await backUp(account, join(folder, 'backup'), '2026-01-01T00:00:00Z');
    expect(saved['results']).toBeGreaterThan(3);
    await emptyTables();
    await expect(result()).rejects.toThrow();
    expect(await restore(account, join(folder, 'backup'), false, RESTORED_AT)).toEqual(saved);
    expect(await result()).toEqual(before);
    // What is restored is, entity by entity, what was saved.
    await backUp(account, join(folder, 'again'), '2026-01-01T00:00:00Z');
    expect(await readFile(join(folder, 'again/manifest.json'), 'utf8')).toBe(
      await readFile(join(folder, 'backup/manifest.json'), 'utf8'),
    );
  });

  test('write over nothing unasked, and nothing at all from a damaged backup', async () => {
    await expect(restore(account, join(folder, 'backup'), false, RESTORED_AT)).rejects.toThrow(/not empty/);
    await writeFile(join(folder, 'again/results.jsonl'), '{}\n');
    await expect(restore(account, join(folder, 'again'), true, RESTORED_AT)).rejects.toThrow(
      /results\.jsonl/,
    );
  });

  test('work from the command line', async () => {
    const run = (...args: readonly string[]) =>
      promisify(execFile)(process.execPath, [join(root, 'infra/tables/main.ts'), ...args]);
    const { stdout } = await run('backup', '--connection', stack.storage, '--to', join(folder, 'cli'));
    expect(JSON.parse(stdout)).toHaveProperty('results');
    const migrated = await run('migrate', '--connection', stack.storage);
    expect(JSON.parse(migrated.stdout)).toMatchObject({ from: 1, changed: {} });
    await expect(run('erase', '--connection', stack.storage, '--tenant', TENANT_ID)).rejects.toThrow(/--yes/);
  });
});

describe('migrations', () => {
  const rename: Migration = {
    to: 2,
    summary: 'names the state of a job anew',
    change: (table, entity) =>
      table === 'jobs' && !('renamed' in entity) ? { ...entity, renamed: true } : entity,
  };
  const jobs = async () => {
    let changed = 0;
    for await (const entity of account.table('jobs').listEntities())
      if (entity['renamed'] === true) changed += 1;
    return changed;
  };

  test('are numbered one by one', () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(MIGRATIONS.map((_, index) => index + 2));
  });

  test('only tell what they would do until they are to do it, and run once', async () => {
    const rehearsed = await migrate(account, [rename], false);
    expect(rehearsed).toMatchObject({ from: 1, to: 2 });
    expect(await jobs()).toBe(0);
    const done = await migrate(account, [rename], true);
    expect(done.changed).toEqual(rehearsed.changed);
    expect(await jobs()).toBeGreaterThan(0);
    expect(await migrate(account, [rename], true)).toEqual({ from: 2, to: 2, changed: {} });
    expect((await result()).figures.index.figure).toMatchObject({ kind: 'value' });
  });
});

describe('the data of one tenant', () => {
  const secrets = new Map([
    [`webhook-${TENANT_ID}-1`, 'address'],
    [`webhook-${OTHER_TENANT}-1`, 'address'],
  ]);
  const vault = {
    list: () => Promise.resolve([...secrets.keys()]),
    remove: (name: string) => Promise.resolve(void secrets.delete(name)),
  };

  test('is exported readable, without secrets', async () => {
    await exportTenant(account, vault, TENANT_ID, join(folder, 'export'));
    const settings = await readFile(join(folder, 'export/settings.json'), 'utf8');
    expect(settings).toContain('Ekviken');
    expect(await readFile(join(folder, 'export/results.json'), 'utf8')).toContain('"methodVersion"');
    expect(await readFile(join(folder, 'export/secrets.json'), 'utf8')).toContain(`webhook-${TENANT_ID}-1`);
    expect(settings).not.toContain('lokal-signatur');
  });

  test('grows old in the audit log and the receipts only, and not before its time', async () => {
    const before = await result();
    expect(await prune(account, new Date(0))).toEqual({ audit: 0 });
    const removed = await prune(account, new Date(Date.now() + 86_400_000));
    expect(removed['audit']).toBeGreaterThan(0);
    expect(await result()).toEqual(before);
  });

  test('is erased whole, and nothing else with it', async () => {
    await account.table('settings').createEntity({ partitionKey: OTHER_TENANT, rowKey: 'settings' });
    const erased = await eraseTenant(account, vault, TENANT_ID);
    expect(erased['results']).toBeGreaterThan(3);
    expect([...secrets.keys()]).toEqual([`webhook-${OTHER_TENANT}-1`]);
    const left: string[] = [];
    for (const name of await tableNames(account)) {
      for await (const { partitionKey = '' } of account.table(name).listEntities()) left.push(partitionKey);
    }
    expect(new Set(left)).toEqual(new Set([OTHER_TENANT, 'schema']));
    await expect(result()).rejects.toThrow();
  });
});

describe('digests', () => {
  const tables = () => ({
    deliveries: account.table('deliveries'),
    subscriptions: account.table('subscriptions'),
  });
  const ledger = () => new TableDeliveryLedger(tables().deliveries);
  const asked = (id: string, state: StoredDelivery['state']) =>
    ledger().add(OTHER_TENANT, { ...RECEIPT, id, state }, { type: 'AdaptiveCard' }, `place-${id}`);
  const stateOf = async (id: string) => (await ledger().find(OTHER_TENANT, id))?.delivery.state;

  beforeAll(async () => {
    for (const name of ['deliveries', 'subscriptions']) await account.service.createTable(name);
  });
  afterAll(async () => {
    await eraseTenant(account, null, OTHER_TENANT);
  });

  test('that went out after the backup are not posted again by it', async () => {
    await asked('posted-since', 'queued');
    await asked('ended', 'accepted');
    await account.table('subscriptions').createEntity({
      partitionKey: OTHER_TENANT,
      rowKey: 'subscription|veckan',
      subscription: '{}',
      history: JSON.stringify({ activeSince: '2026-01-01T00:00:00.000Z', lastPeriod: null }),
    });
    const to = join(folder, 'digests');
    await backUp(account, to, '2026-11-20T08:00:00Z');
    const handle = (await ledger().find(OTHER_TENANT, 'posted-since'))!;
    await ledger().update(OTHER_TENANT, handle, { state: 'accepted' });
    await restore(account, to, true, RESTORED_AT);
    expect(await stateOf('posted-since')).toBe('accepted');
    // In tables that were lost nobody knows whether it was posted.
    await eraseTenant(account, null, OTHER_TENANT);
    await restore(account, to, true, RESTORED_AT);
    expect([await stateOf('posted-since'), await stateOf('ended')]).toEqual(['uncertain', 'accepted']);
    const again = (await ledger().find(OTHER_TENANT, 'posted-since'))!;
    expect(again.card).toEqual({ type: 'AdaptiveCard' });
    const subscription = await new TableSubscriptionStore(tables().subscriptions).find(
      OTHER_TENANT,
      'veckan',
    );
    expect(subscription?.history).toMatchObject({ activeSince: RESTORED_AT });
  });

  test('that have not ended outlive any age, and so does each one’s place', async () => {
    await asked('waits', 'queued');
    await ledger().close(OTHER_TENANT, 'posted-since');
    const removed = await prune(account, new Date(Date.now() + 86_400_000));
    expect(removed['deliveries']).toBeGreaterThan(0);
    expect([await stateOf('waits'), await stateOf('ended')]).toEqual(['queued', undefined]);
    expect((await ledger().latest(OTHER_TENANT, 9)).map(({ id }) => id)).toEqual(['waits']);
    expect((await ledger().open(OTHER_TENANT)).map(({ delivery }) => delivery.id)).toEqual(['waits']);
    const taken = await ledger().add(OTHER_TENANT, { ...RECEIPT, id: 'anew' }, null, 'place-ended');
    expect(taken).toBe('ended');
  });
});
