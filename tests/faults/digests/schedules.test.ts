import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startAzurite, type Azurite } from '../../../local/azurite/azurite.ts';
import { reservePorts } from '../../../local/ports.ts';
import { seededRandom } from './random.ts';
import { ScheduleWorld } from './schedule-world.ts';

let folder: string;
let azurite: Azurite;
let table: TableClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schedules-'));
  azurite = await startAzurite({
    folder: join(folder, 'azurite'),
    fresh: true,
    ports: await reservePorts(0),
  });
  table = TableClient.fromConnectionString(azurite.connectionString, 'digests', {
    allowInsecureConnection: true,
  });
  await table.createTable();
});
afterAll(async () => {
  await azurite.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The runs that each channel got, in order, by their local hour and day. */
async function runsOf(world: ScheduleWorld): Promise<Readonly<Record<string, readonly string[]>>> {
  const deliveries = await world.deliveries();
  const of = (targetId: string) =>
    deliveries
      .filter((delivery) => delivery.targetId === targetId)
      .map(({ period }) => period)
      .toSorted();
  return { ledning: of('ledning'), digitalisering: of('digitalisering') };
}

describe('two schedulers whose processes die', () => {
  test('post a daily digest once a day through the end of winter time', async () => {
    const world = new ScheduleWorld('spring', table, seededRandom(11), '2026-03-27T10:00:00Z');
    await world.subscribe('30 2 * * *');
    await world.liveUntil('2026-03-31T10:00:00Z', 30);
    const expected = [
      '2026-03-28T01:30:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:30:00.000Z',
      '2026-03-31T00:30:00.000Z',
    ];
    expect(await runsOf(world)).toEqual({ ledning: expected, digitalisering: expected });
    expect(world.killCount).toBeGreaterThan(0);
  }, 120_000);

  test('post it once a day through the night that is an hour longer', async () => {
    const world = new ScheduleWorld('autumn', table, seededRandom(12), '2026-10-24T10:00:00Z');
    await world.subscribe('30 2 * * *');
    await world.liveUntil('2026-10-26T10:00:00Z', 20);
    const expected = ['2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z'];
    expect(await runsOf(world)).toEqual({ ledning: expected, digitalisering: expected });
  }, 120_000);

  test('after a week without service post what was due last, late, and once', async () => {
    const world = new ScheduleWorld('outage', table, seededRandom(13), '2026-05-04T10:00:00Z');
    await world.subscribe('0 8 * * *');
    await world.liveUntil('2026-05-05T10:00:00Z', 60);
    world.sleepUntil('2026-05-12T15:00:00Z');
    await world.liveUntil('2026-05-13T10:00:00Z', 60);
    const expected = ['2026-05-05T06:00:00.000Z', '2026-05-12T06:00:00.000Z', '2026-05-13T06:00:00.000Z'];
    expect(await runsOf(world)).toEqual({ ledning: expected, digitalisering: expected });
  }, 120_000);
});
