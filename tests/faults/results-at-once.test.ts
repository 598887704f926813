import { TableClient } from '@azure/data-tables';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAzurite, type Azurite } from '../../local/azurite/azurite.ts';
import { reservePorts } from '../../local/ports.ts';
import { TableResultStore } from '../../api/src/adapters/tables/table-result-store.ts';
import { answers, sampleYear, YEAR } from '../core/result/sample-year.ts';

let azurite: Azurite;
let folder: string;
let store: TableResultStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'results-at-once-'));
  azurite = await startAzurite({
    folder: join(folder, 'azurite'),
    fresh: true,
    ports: await reservePorts(0),
  });
  const results = TableClient.fromConnectionString(azurite.connectionString, 'results', {
    allowInsecureConnection: true,
  });
  await results.createTable();
  store = new TableResultStore(results);
});
afterAll(async () => {
  await azurite.stop();
  await rm(folder, { recursive: true, force: true });
});

const first = sampleYear({ rows: { enkat: answers(12) } });
const second = sampleYear({ rows: { enkat: answers(13) } });
const shownIn = async (tenantId: string) => {
  const found = await store.find(tenantId, YEAR);
  return (await found?.result())?.hash ?? null;
};

it('a result is not made readable that was computed before another state of its surveys was saved', async () => {
  const tenantId = 'one-after-another';
  const audited = await store.seen(tenantId, YEAR);
  await store.save(tenantId, first.result, first.rows, audited);
  await expect(store.save(tenantId, second.result, second.rows, audited)).rejects.toMatchObject({
    code: 'storage-unavailable',
  });
  expect(await shownIn(tenantId)).toBe(first.result.hash);
});

it('of two that are saved at once one at most is readable', async () => {
  const tenantId = 'both-at-once';
  const saved = await Promise.allSettled(
    [first, second].map(({ result, rows }) => store.save(tenantId, result, rows, [])),
  );
  expect(saved.filter(({ status }) => status === 'fulfilled').length).toBeLessThan(2);
});

it('one that was audited against all that was seen is saved, and so is the same state once more', async () => {
  const tenantId = 'audited';
  await store.save(tenantId, first.result, first.rows, []);
  await store.save(tenantId, first.result, first.rows, []);
  await store.save(tenantId, second.result, second.rows, await store.seen(tenantId, YEAR));
  expect(await shownIn(tenantId)).toBe(second.result.hash);
});
