import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startAzurite, type Azurite } from '../../../local/azurite/azurite.ts';
import { reservePorts } from '../../../local/ports.ts';
import { FiguresWorld } from './figures-world.ts';
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

describe('a subscription to publishing', () => {
  const publishing = { kind: 'publishing' } as const;

  test('tells of the year that is published, though a later one is computed already, and of its restatement', async () => {
    const world = new FiguresWorld('years', table);
    world.compute(2025, 'a');
    world.compute(2026, 'b');
    await world.subscribe(publishing);
    await world.look();
    world.publish(2025, 'v1');
    await world.look();
    await world.work();
    expect(await world.told()).toEqual(['2025 v1']);
    world.publish(2025, 'v2');
    world.publish(2024, 'x1');
    for (let looks = 0; looks < 3; looks += 1) {
      await world.look();
      await world.work();
    }
    expect(await world.told()).toEqual(['2025 v1', '2024 x1', '2025 v2']);
  });

  test('is told of what was published while it was written, and not of what that replaced', async () => {
    const world = new FiguresWorld('while', table);
    world.compute(2025, 'a');
    await world.subscribe(publishing);
    world.publish(2025, 'v1');
    await world.look();
    world.whileWriting = () => {
      world.publish(2025, 'v2');
    };
    await world.work();
    await world.look();
    await world.work();
    expect((await world.told()).at(-1)).toBe('2025 v2');
    await world.look();
    await world.work();
    expect((await world.told()).filter((one) => one === '2025 v2')).toHaveLength(1);
  });

  test('drops a run whose vintage was replaced before it was carried out', async () => {
    const world = new FiguresWorld('waited', table);
    world.compute(2025, 'a');
    await world.subscribe(publishing);
    world.publish(2025, 'v1');
    await world.look();
    world.publish(2025, 'v2');
    await world.work();
    expect(await world.told()).toEqual([]);
    await world.look();
    await world.work();
    expect(await world.told()).toEqual(['2025 v2']);
  });

  test('that is new makes up for nothing that was published before', async () => {
    const world = new FiguresWorld('new', table);
    world.compute(2025, 'a');
    world.publish(2025, 'v1');
    await world.subscribe(publishing);
    await world.look();
    await world.work();
    expect([await world.told(), await world.lastOutcome()]).toEqual([[], null]);
  });
});

describe('a subscription to a change of the index', () => {
  test('posts once for one crossing, though the figures are computed anew before the run', async () => {
    const world = new FiguresWorld('crossing', table);
    world.compute(2025, 'a', '8.2');
    await world.subscribe({ kind: 'index-change', atLeast: '0.5' });
    world.compute(2025, 'b', '7.2');
    await world.look();
    world.compute(2025, 'c', '7.2');
    await world.look();
    await world.work();
    await world.look();
    await world.work();
    expect(await world.told()).toEqual(['2025 c']);
  });

  test('posts nothing where it has gone back by then', async () => {
    const world = new FiguresWorld('back', table);
    world.compute(2025, 'a', '8.2');
    await world.subscribe({ kind: 'index-change', atLeast: '0.5' });
    world.compute(2025, 'b', '7.2');
    await world.look();
    world.compute(2025, 'c', '8.2');
    await world.work();
    expect(await world.told()).toEqual([]);
  });
});

describe('a card that was withdrawn', () => {
  test('is posted when it is asked for again the same day, with what replaced it', async () => {
    const world = new FiguresWorld('withdrawn', table);
    world.compute(2025, 'a');
    await world.askByHand();
    world.publish(2025, 'v1');
    await world.withdraw(2025);
    expect(await world.states()).toEqual(['a withdrawn']);
    await world.askByHand();
    expect(await world.states()).toEqual(['v1 queued']);
  });

  test('had waited behind any number of receipts', async () => {
    const world = new FiguresWorld('behind', table);
    world.compute(2025, 'a');
    await world.askByHand();
    await world.addReceipts(501);
    world.publish(2025, 'v1');
    await world.withdraw(2025);
    expect((await world.states()).at(-1)).toBe('a withdrawn');
  });
});
