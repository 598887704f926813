import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activityFeedSender } from '../../../api/src/adapters/teams/activity-feed-sender.ts';
import { startAzurite, type Azurite } from '../../../local/azurite/azurite.ts';
import { reservePorts } from '../../../local/ports.ts';
import { DeafLedger } from './deaf-ledger.ts';
import { PostingWorld, SENDING_LIMIT_MS } from './posting-world.ts';
import { SlowLedger } from './slow-ledger.ts';

const NOT_READY = { kind: 'try-again', status: null, retryClass: 'unavailable', waitMs: null } as const;

let folder: string;
let azurite: Azurite;
let table: TableClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claims-'));
  azurite = await startAzurite({
    folder: join(folder, 'azurite'),
    fresh: true,
    ports: await reservePorts(0),
  });
  table = TableClient.fromConnectionString(azurite.connectionString, 'claims', {
    allowInsecureConnection: true,
  });
  await table.createTable();
});
afterAll(async () => {
  await azurite.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the instant of sending', () => {
  test('is when the card is sent, not when its message was taken: what came before takes nothing of its time', async () => {
    const world = new PostingWorld('instant', table);
    await world.ask();
    let sentAt = '';
    world.reaches = () => {
      world.clock.moveTo(world.clock.nowMs + SENDING_LIMIT_MS - 5000);
      return Promise.resolve(null);
    };
    world.sends = async () => {
      sentAt = world.clock.now().toISOString();
      // The post takes its time, and the message comes once more meanwhile.
      world.clock.moveTo(world.clock.nowMs + SENDING_LIMIT_MS - 10_000);
      await world.comesAgain();
      expect((await world.receipt()).state).toBe('sending');
      return { kind: 'accepted', status: 202 };
    };
    await world.work();
    expect(await world.receipt()).toMatchObject({ state: 'accepted', sentAt, attempts: 1 });
    expect(world.posts).toBe(1);
  });

  test('passes without sending where the claim was held up, since somebody may call it uncertain by then', async () => {
    const ledger = new SlowLedger(table);
    const world = new PostingWorld('held-up', table, ledger);
    await world.ask();
    let postsWhenHeldUp = -1;
    ledger.afterClaim = () => world.clock.moveTo(world.clock.nowMs + SENDING_LIMIT_MS / 2 + 1);
    world.sends = async () => {
      postsWhenHeldUp = (await world.receipt()).attempts - 1;
      return { kind: 'accepted', status: 202 };
    };
    await world.work();
    // The first claim was given back, and the second was sent.
    expect(postsWhenHeldUp).toBe(1);
    expect(await world.receipt()).toMatchObject({ state: 'accepted', attempts: 2 });
    expect(world.posts).toBe(1);
  });
});

describe('a channel that nobody can post to just now', () => {
  test('is tried again without a claim, and the card is posted once', async () => {
    const world = new PostingWorld('not-ready', table);
    await world.ask();
    const meets = [NOT_READY, NOT_READY, null];
    world.reaches = async () => {
      expect(await world.receipt()).toMatchObject({ state: 'queued', sentAt: null });
      return meets.shift() ?? null;
    };
    await world.work();
    expect(await world.receipt()).toMatchObject({ state: 'accepted', attempts: 3, problem: null });
    expect(world.posts).toBe(1);
  });

  test('is given up in the end, and told of', async () => {
    const world = new PostingWorld('never-ready', table);
    await world.ask();
    world.reaches = () => Promise.resolve(NOT_READY);
    await world.work();
    expect(await world.receipt()).toMatchObject({
      state: 'failed',
      sentAt: null,
      problem: { code: 'target-unavailable' },
    });
    expect([world.posts, world.told.size, await world.openCount()]).toEqual([0, 1, 0]);
  });

  test('is one whose token does not come in time', async () => {
    const graph = { baseUrl: 'https://graph.example', clock: { now: () => new Date() }, timeoutMs: 20 };
    expect(await activityFeedSender({ ...graph, token: () => new Promise(() => undefined) })).toEqual(
      NOT_READY,
    );
    const refused = () => Promise.reject(new Error('the directory is down'));
    expect(await activityFeedSender({ ...graph, token: refused })).toEqual(NOT_READY);
  });
});

describe('a write whose answer is lost', () => {
  const endOf = async (world: PostingWorld) => ({
    posts: world.posts,
    told: world.told.size,
    state: (await world.receipt()).state,
    open: await world.openCount(),
  });

  test('is known again: the card that was claimed is posted, and how it ended is told', async () => {
    const ledger = new DeafLedger(table);
    const claimed = new PostingWorld('deaf-sending', table, ledger);
    await claimed.ask();
    ledger.deafTo = 'sending';
    await claimed.work();
    expect(await endOf(claimed)).toEqual({ posts: 1, told: 0, state: 'accepted', open: 0 });

    const failed = new PostingWorld('deaf-failed', table, ledger);
    failed.sends = () => Promise.resolve({ kind: 'refused', status: 404, reason: 'gone' });
    await failed.ask();
    ledger.deafTo = 'failed';
    await failed.work();
    expect(await endOf(failed)).toEqual({ posts: 1, told: 1, state: 'failed', open: 0 });
  });

  test('of a claim that is another’s is not taken for one’s own: the card is posted once', async () => {
    const ledger = new SlowLedger(table);
    const world = new PostingWorld('two-claims', table, ledger);
    await world.ask();
    ledger.beforeClaim = async () => {
      // The channel is free again by now.
      world.clock.moveTo(world.clock.nowMs + 1001);
      await world.comesAgain();
      expect(world.posts).toBe(1);
    };
    await world.work();
    expect(await endOf(world)).toEqual({ posts: 1, told: 0, state: 'accepted', open: 0 });
  });
});

describe('a bad ending that nobody came to tell of', () => {
  test('is told of by the sweep, once it is found on the list', async () => {
    const world = new PostingWorld('untold', table);
    await world.ask();
    const found = (await world.ledger.open('untold'))[0];
    if (!found) throw new Error('what was asked for is on the list');
    // Its process ended right after this write.
    const problem = { code: 'target-gone', values: {} } as const;
    await world.ledger.update('untold', found, { state: 'failed', endedAt: '2026-03-02T07:00:00Z', problem });
    await world.sweep();
    await world.sweep();
    expect(await endOfSweep(world)).toEqual({ told: 1, open: 0 });
  });

  const endOfSweep = async (world: PostingWorld) => ({
    told: world.told.size,
    open: await world.openCount(),
  });
});
