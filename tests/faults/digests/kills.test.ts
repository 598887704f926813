import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startAzurite, type Azurite } from '../../../local/azurite/azurite.ts';
import { reservePorts } from '../../../local/ports.ts';
import { DigestWorld } from './digest-world.ts';
import { seededRandom } from './random.ts';

const WORLDS = 60;
const AT_ONCE = 6;

let folder: string;
let azurite: Azurite;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kills-'));
  azurite = await startAzurite({
    folder: join(folder, 'azurite'),
    fresh: true,
    ports: await reservePorts(0),
  });
  await tableOf('deliveries').createTable();
});
afterAll(async () => {
  await azurite.stop();
  await rm(folder, { recursive: true, force: true });
});

function tableOf(name: string): TableClient {
  return TableClient.fromConnectionString(azurite.connectionString, name, { allowInsecureConnection: true });
}

describe('a delivery whose process is killed at any step', () => {
  test('is not lost, not posted twice and not misreported, over more than a thousand kills', async () => {
    const seeds = Array.from({ length: WORLDS }, (_, index) => index + 1);
    const worlds: DigestWorld[] = [];
    const runOne = async (): Promise<void> => {
      for (let seed = seeds.pop(); seed !== undefined; seed = seeds.pop()) {
        const world = new DigestWorld(`tenant-${seed}`, tableOf('deliveries'), seededRandom(seed));
        await world.run();
        worlds.push(world);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, runOne));

    const lies = (await Promise.all(worlds.map((world) => world.lies()))).flat();
    expect(lies).toEqual([]);
    const kills = worlds.reduce((sum, { killCount }) => sum + killCount, 0);
    expect(kills).toBeGreaterThan(1000);
    const endings = (await Promise.all(worlds.map((world) => world.states()))).flat();
    // All ways to end were met, or the test says less than it seems to.
    expect(new Set(endings)).toEqual(new Set(['accepted', 'failed', 'uncertain']));
  }, 300_000);
});
