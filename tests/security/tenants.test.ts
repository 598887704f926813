import { TableClient, TableServiceClient } from '@azure/data-tables';
import { QueueServiceClient } from '@azure/storage-queue';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { EndpointContract } from '#core/contracts/endpoint-contract.ts';
import { ENDPOINTS } from '#core/contracts/endpoints.ts';
import { TableChannelTargets } from '../../api/src/adapters/tables/table-channel-targets.ts';
import { TableDeliveryLedger } from '../../api/src/adapters/tables/table-delivery-ledger.ts';
import { TableJobStore } from '../../api/src/adapters/tables/table-job-store.ts';
import { TableResultStore } from '../../api/src/adapters/tables/table-result-store.ts';
import { TableSettingsStore } from '../../api/src/adapters/tables/table-settings-store.ts';
import { CHANNEL } from '../support/running-stack.ts';
import { TENANT_A, TENANT_B, TENANT_OUTSIDE } from './attack-tokens.ts';
import { CANARY, startTwoTenants, typedSettings, YEAR, type TwoTenants } from './two-tenants.ts';

let both: TwoTenants;
const options = { allowInsecureConnection: true };
/** How long a condition may take before it counts as never. */
const PATIENCE = { timeout: 30_000 };

beforeAll(async () => {
  both = await startTwoTenants();
  await vi.waitFor(async () => expect(await stateOfDelivery()).toBe('accepted'), PATIENCE);
});
afterAll(() => both.stop());

async function stateOfDelivery(): Promise<string> {
  const path = `/deliveries/${both.deliveryOfA}`;
  return (await both.admin(TENANT_A).call<{ readonly state: string }>('GET', path)).body.state;
}

/** Everything that is stored of a tenant, as text. */
async function stored(tenantId: string): Promise<Readonly<Record<string, unknown>>> {
  const found: Record<string, unknown> = {};
  for await (const { name = '' } of TableServiceClient.fromConnectionString(
    both.stack.storage,
    options,
  ).listTables()) {
    const table = TableClient.fromConnectionString(both.stack.storage, name, options);
    for await (const entity of table.listEntities({
      queryOptions: { filter: `PartitionKey eq '${tenantId}'` },
    })) {
      found[`${name}/${entity.rowKey ?? ''}`] = entity.etag;
    }
  }
  return found;
}

/** What an attacker in tenant B would send to each endpoint: tenant A's own ids, wherever one is asked for. */
function attackOn(contract: EndpointContract): { readonly path: string; readonly body: unknown } {
  const ids: Readonly<Record<string, string>> = {
    year: String(YEAR),
    id: contract.path.includes('/deliveries') ? both.deliveryOfA : CHANNEL.id,
    tenantId: TENANT_A,
  };
  const path = contract.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => ids[name] ?? CHANNEL.id);
  const query = 'against' in contract.query.shape ? `?against=${YEAR}` : '';
  const bodies: Readonly<Record<string, unknown>> = {
    '/api/settings': typedSettings('Bokommunen', '5.6'),
    '/api/settings/effect': { year: YEAR, method: typedSettings('Bokommunen', '5.6').method },
    '/api/digests': { year: YEAR, targetId: CHANNEL.id },
    '/api/digests/preview': { year: YEAR },
    '/api/refreshes': { year: YEAR, tenantId: TENANT_A },
  };
  return { path: `${path}${query}`, body: bodies[contract.path] ?? { tenantId: TENANT_A } };
}

describe('two tenants in one installation', () => {
  test.each(Object.entries(ENDPOINTS) as [string, EndpointContract][])(
    '%s neither shows nor changes anything of the other tenant',
    async (_name, contract) => {
      const before = await stored(TENANT_A);
      const { path, body } = attackOn(contract);
      const token = await both.token(TENANT_B, '55555555-0000-4000-8000-00000000000b', ['Index.Admin']);
      const response = await fetch(`${both.stack.url}${path}`, {
        method: contract.method,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'if-match': '*',
          // Headers by which other systems let a caller choose a tenant.
          'x-tenant-id': TENANT_A,
          'x-ms-client-principal-id': TENANT_A,
        },
        ...(contract.body && { body: JSON.stringify(body) }),
      });
      const answer = await response.text();
      expect(answer).not.toContain(CANARY);
      // An open document names its tenant in its own address.
      if (!contract.path.includes('{tenantId}')) expect(answer).not.toContain(TENANT_A);
      expect(response.status).toBeLessThan(500);
      expect(await stored(TENANT_A)).toEqual(before);
    },
  );

  test('a delivery of the other tenant is not there, and guessing tells nothing', async () => {
    const admin = both.admin(TENANT_B);
    const real = admin.call('GET', `/deliveries/${both.deliveryOfA}`).catch(String);
    const madeUp = admin.call('GET', `/deliveries/${'0'.repeat(40)}`).catch(String);
    expect(await real).toBe(await madeUp);
  });

  test('the same channel id is another channel in each', async () => {
    const admin = both.admin(TENANT_B);
    const webhookUrl = both.stack.workflows.addressOf('ledning');
    await admin.call('PUT', `/channel-targets/${CHANNEL.id}`, { name: 'B:s kanal', webhookUrl });
    const { body } = await both
      .admin(TENANT_A)
      .call<{ readonly targets: unknown }>('GET', '/channel-targets');
    expect(body.targets).toEqual([expect.objectContaining({ id: CHANNEL.id, name: `${CANARY} kanal` })]);
    await admin.call('DELETE', `/channel-targets/${CHANNEL.id}`);
    expect(await both.admin(TENANT_A).call('GET', '/channel-targets')).toMatchObject({ body });
  });

  test('a tenant that is not on the list gets nothing at any endpoint but what is open to all', async () => {
    const token = await both.token(TENANT_OUTSIDE, '66666666-0000-4000-8000-00000000000c', ['Index.Admin']);
    for (const contract of Object.values(ENDPOINTS) as EndpointContract[]) {
      if (contract.access === 'anonymous') continue;
      const { path } = attackOn(contract);
      const response = await fetch(`${both.stack.url}${path}`, {
        method: contract.method,
        headers: { authorization: `Bearer ${token}` },
      });
      expect([contract.path, response.status]).toEqual([contract.path, 403]);
    }
  });
});

describe('messages in the queues', () => {
  const send = async (queueName: string, message: unknown) => {
    const queue = QueueServiceClient.fromConnectionString(both.stack.storage).getQueueClient(queueName);
    await queue.sendMessage(Buffer.from(JSON.stringify(message)).toString('base64'));
  };
  const refusals = () => both.stack.log.filter((line) => line.includes('tenant-not-allowed')).length;

  test.each([
    ['recompute-index', { year: YEAR }],
    ['post-digest', { deliveryId: 'f'.repeat(40) }],
  ])('%s for a tenant that is not on the list is refused and stores nothing', async (queueName, rest) => {
    const before = refusals();
    await send(queueName, { tenantId: TENANT_OUTSIDE, correlationId: 'attack', ...rest });
    await expect.poll(refusals, PATIENCE).toBe(before + 1);
    expect(await stored(TENANT_OUTSIDE)).toEqual({});
  });

  test('a delivery under another tenant’s name posts nothing', async () => {
    const posted = both.stack.workflows.answered.length;
    const before = await stored(TENANT_A);
    await send('post-digest', { tenantId: TENANT_B, deliveryId: both.deliveryOfA, correlationId: 'attack' });
    // Messages are taken in order: when the next one is done, the one before it was.
    const marker = refusals();
    await send('post-digest', { tenantId: TENANT_OUTSIDE, deliveryId: 'f'.repeat(40), correlationId: 'end' });
    await expect.poll(refusals, PATIENCE).toBe(marker + 1);
    expect(both.stack.workflows.answered.length).toBe(posted);
    expect(await stored(TENANT_A)).toEqual(before);
  });
});

describe('keys in the tables', () => {
  const table = (name: string) => TableClient.fromConnectionString(both.stack.storage, name, options);
  const tricks = [
    `${TENANT_B}' or PartitionKey eq '${TENANT_A}`,
    `x' or PartitionKey ne 'x`,
    `${TENANT_B}%27%20or%20PartitionKey%20eq%20%27${TENANT_A}`,
    '',
    '*',
    TENANT_A.toUpperCase(),
  ];

  test.each(tricks)('a tenant id of “%s” finds nothing', async (tenantId) => {
    const targets = new TableChannelTargets(table('settings'));
    const results = new TableResultStore(table('results'));
    expect(await targets.list(tenantId)).toEqual([]);
    expect(await targets.find(tenantId, CHANNEL.id)).toBeNull();
    expect(await results.heads(tenantId)).toEqual([]);
    expect(await results.find(tenantId, YEAR)).toBeNull();
    expect(await new TableSettingsStore(table('settings')).summary(tenantId)).toBeNull();
    expect(await new TableJobStore(table('jobs')).list(tenantId)).toEqual([]);
    expect(await new TableDeliveryLedger(table('deliveries')).latest(tenantId, 100)).toEqual([]);
  });

  test.each([
    `${CHANNEL.id}' or RowKey ne '`,
    `../${TENANT_A}/${CHANNEL.id}`,
    `${CHANNEL.id}\u0000`,
    `target|${CHANNEL.id}`,
  ])('an id of “%s” is no address into another tenant', async (id) => {
    const token = await both.token(TENANT_B, '55555555-0000-4000-8000-00000000000b', ['Index.Admin']);
    for (const collection of ['channel-targets', 'deliveries']) {
      const response = await fetch(`${both.stack.url}/api/${collection}/${encodeURIComponent(id)}`, {
        method: collection === 'deliveries' ? 'GET' : 'DELETE',
        headers: { authorization: `Bearer ${token}` },
      });
      expect([404, 405]).toContain(response.status);
      expect(await response.text()).not.toContain(CANARY);
    }
  });

  test('every partition is that of a tenant on the list', async () => {
    const partitions = new Set<string>();
    for await (const { name = '' } of TableServiceClient.fromConnectionString(
      both.stack.storage,
      options,
    ).listTables()) {
      for await (const { partitionKey } of table(name).listEntities()) partitions.add(partitionKey ?? '');
    }
    expect([...partitions].sort()).toEqual([TENANT_A, TENANT_B]);
  });
});
