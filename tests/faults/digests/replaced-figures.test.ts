import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startAzurite, type Azurite } from '../../../local/azurite/azurite.ts';
import { reservePorts } from '../../../local/ports.ts';
import { FiguresWorld } from './figures-world.ts';

const THROTTLED = { kind: 'try-again', status: 429, retryClass: 'throttled', waitMs: 600_000 } as const;
const SCHEDULE = { kind: 'schedule', cron: '30 8 * * *', timeZone: 'Europe/Stockholm' } as const;
const HOUR = 60;

let folder: string;
let azurite: Azurite;
let table: TableClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replaced-'));
  azurite = await startAzurite({
    folder: join(folder, 'azurite'),
    fresh: true,
    ports: await reservePorts(0),
  });
  table = TableClient.fromConnectionString(azurite.connectionString, 'replaced', {
    allowInsecureConnection: true,
  });
  await table.createTable();
});
afterAll(async () => {
  await azurite.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A schedule that is due, in a year that is published. */
async function scheduled(name: string): Promise<FiguresWorld> {
  const world = new FiguresWorld(name, table);
  world.compute(2025, 'live');
  world.publish(2025, 'v1');
  await world.subscribe(SCHEDULE);
  world.passMinutes(HOUR);
  await world.look();
  return world;
}

describe('a scheduled card whose year is published anew', () => {
  test('while it waits is written anew at once, for the same period, and posted once', async () => {
    const world = await scheduled('waits');
    world.meets.push(THROTTLED);
    world.onThrottled = async () => {
      world.publish(2025, 'v2');
      await world.withdraw(2025);
      expect(await world.states()).toEqual(['v2 queued']);
    };
    await world.workAndPost();
    expect(world.posted).toEqual(['v2']);
    expect(await world.states()).toEqual(['v2 accepted']);
    // The next look finds the period done.
    await world.look();
    await world.workAndPost();
    expect(world.posted).toEqual(['v2']);
  });

  test('while it waits goes out with the new figures though nobody came to see to it', async () => {
    const world = await scheduled('died');
    world.meets.push(THROTTLED);
    world.onThrottled = () => {
      world.publish(2025, 'v2');
      return Promise.resolve();
    };
    await world.workAndPost();
    expect(world.posted).toEqual(['v2']);
  });

  test('between reading the figures and adding its entry goes out with the new figures', async () => {
    const world = await scheduled('between');
    world.whileWriting = () => world.publish(2025, 'v2');
    world.beforeAdding = () => world.withdraw(2025);
    await world.workAndPost();
    expect(world.posted).toEqual(['v2']);
    expect(await world.states()).toEqual(['v2 accepted']);
  });

  test('between the look at it and its claim goes out once, with the new figures', async () => {
    const world = await scheduled('claim');
    world.ledger.beforeClaim = async () => {
      world.publish(2025, 'v2');
      await world.withdraw(2025);
    };
    await world.workAndPost();
    expect(world.posted).toEqual(['v2']);
    expect(await world.states()).toEqual(['v2 accepted']);
  });

  test('while two are at it is posted once', async () => {
    const world = await scheduled('two');
    world.whileWriting = () => world.publish(2025, 'v2');
    world.ledger.beforeClaim = async () => {
      world.passMinutes(1);
      await world.postOpen();
    };
    await world.workAndPost();
    expect(world.posted).toEqual(['v2']);
  });

  test('after it was posted is left as it is', async () => {
    const world = await scheduled('after');
    await world.workAndPost();
    world.publish(2025, 'v2');
    await world.withdraw(2025);
    expect(world.posted).toEqual(['v1']);
    expect(await world.states()).toEqual(['v1 accepted']);
  });

  test('and whose subscription is paused meanwhile is withdrawn', async () => {
    const world = await scheduled('paused');
    await world.work();
    await world.subscribe(SCHEDULE, { paused: true });
    world.publish(2025, 'v2');
    await world.withdraw(2025);
    expect(await world.states()).toEqual(['v1 withdrawn']);
  });
});

describe('a card that somebody asked for', () => {
  test('between reading the figures and adding its entry is withdrawn by whoever would post it', async () => {
    const world = new FiguresWorld('by-hand', table);
    world.compute(2025, 'live');
    world.publish(2025, 'v1');
    world.whileWriting = () => world.publish(2025, 'v2');
    world.beforeAdding = () => world.withdraw(2025);
    await world.askByHand();
    await world.workAndPost();
    expect(world.posted).toEqual([]);
    expect(await world.states()).toEqual(['v1 withdrawn']);
    await world.askByHand();
    await world.workAndPost();
    expect(world.posted).toEqual(['v2']);
  });
});

describe('a card that tells of a publishing', () => {
  test('is withdrawn where the year is published anew, and the new vintage is told of once', async () => {
    const world = new FiguresWorld('publishing', table);
    world.compute(2025, 'live');
    await world.subscribe({ kind: 'publishing' });
    world.publish(2025, 'v1');
    await world.look();
    world.meets.push(THROTTLED);
    world.onThrottled = async () => {
      world.publish(2025, 'v2');
      await world.withdraw(2025);
      await world.look();
    };
    await world.workAndPost();
    expect(world.posted).toEqual(['v2']);
    expect((await world.states()).toSorted()).toEqual(['v1 withdrawn', 'v2 accepted']);
  });
});
