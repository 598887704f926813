import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { TableClient } from '@azure/data-tables';
import { QueueServiceClient, type QueueClient } from '@azure/storage-queue';
import type { PostDigestMessage, RunSubscriptionMessage } from '#core/contracts/work.ts';
import { StorageWorkQueue } from '../../api/src/adapters/queues/storage-work-queue.ts';
import { TableDeliveryLedger } from '../../api/src/adapters/tables/table-delivery-ledger.ts';
import { TableSubscriptionStore } from '../../api/src/adapters/tables/table-subscription-store.ts';
import { TableTargetGate } from '../../api/src/adapters/tables/table-target-gate.ts';
import { createAddDelivery } from '../../api/src/app/digests/add-delivery.ts';
import { createFindDueDigests } from '../../api/src/app/digests/find-due-digests.ts';
import type { ChannelSender } from '../../api/src/app/ports/channel-sender.ts';
import { createPostDigest } from '../../api/src/app/digests/post-digest.ts';
import { createReachTarget } from '../../api/src/app/digests/reach-target.ts';
import { createRenewDelivery } from '../../api/src/app/digests/renew-delivery.ts';
import { createRunSubscription } from '../../api/src/app/digests/run-subscription.ts';
import { startAzurite } from '../../local/azurite/azurite.ts';
import { reservePorts } from '../../local/ports.ts';
import {
  BENCH_CARDS,
  BENCH_RESULTS,
  BENCH_SECRETS,
  NO_PERSON,
  BENCH_SETTINGS,
  benchTargets,
} from './digest-bench-parts.ts';
import { median, type Bench, type BenchFigure } from './figure.ts';

const SMALL_TENANTS = 16;
/** The storage emulator keeps a table in one list and slows down as it fills: 290 tenants take it many minutes. */
const ALL_TENANTS = 64;
const CHANNELS = 20;
const CHANNELS_OF_ONE = 10;
/** What one instance of the app works on side by side. */
const AT_ONCE = 24;
const RECEIVED_AT_ONCE = 32;
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const DUE_AT = '2026-03-02T08:00:00.000Z';

/** Prices of Azure Functions Flex Consumption on demand, US dollars, West Europe list prices; free grants left out. */
const PRICE_PER_MILLION_EXECUTIONS = 0.4;
const PRICE_PER_GB_SECOND = 0.000026;
const INSTANCE_GB = 0.5;
/** An execution is charged for at least a second. */
const LEAST_CHARGED_SECONDS = 1;
const MINUTES_OF_MONTH = 30 * 24 * 60;
const WEEKS_OF_MONTH = 30 / 7;

interface Morning {
  readonly posts: number;
  readonly executions: number;
  readonly seconds: number;
  readonly lookSeconds: number;
  readonly queueSeconds: readonly number[];
  readonly closestMs: number;
  readonly peakMb: number;
}

/** Every tenant's channels due at the same minute, on real Tables and queues; a channel answers at once. */
async function morning(connectionString: string, tenants: number): Promise<Morning> {
  const suffix = `n${tenants}`;
  const table = (name: string) =>
    TableClient.fromConnectionString(connectionString, `${name}${suffix}`, { allowInsecureConnection: true });
  const service = QueueServiceClient.fromConnectionString(connectionString);
  for (const name of ['run-subscription', 'post-digest']) {
    await service.getQueueClient(name).createIfNotExists();
    await service.getQueueClient(name).clearMessages();
  }
  const clock = { now: () => new Date() };
  const subscriptions = new TableSubscriptionStore(table('subscriptions'));
  const ledger = new TableDeliveryLedger(table('deliveries'));
  const queue = new StorageWorkQueue(service);
  const targets = benchTargets(CHANNELS);
  const tenantIds = Array.from({ length: tenants }, (_, index) => `tenant-${index}`);
  for (const tenantId of tenantIds) await subscribe(subscriptions, tenantId);
  const addDelivery = createAddDelivery({ ledger, queue, clock });
  const sentMs = new Map<string, number[]>();
  const sender: ChannelSender = {
    post: (address) => {
      sentMs.set(address, [...(sentMs.get(address) ?? []), performance.now()]);
      return Promise.resolve({ kind: 'accepted', status: 202 });
    },
  };
  const find = createFindDueDigests({ subscriptions, results: BENCH_RESULTS, queue, clock });
  const runOne = createRunSubscription({
    subscriptions,
    settings: BENCH_SETTINGS,
    results: BENCH_RESULTS,
    targets,
    cards: BENCH_CARDS,
    ledger,
    addDelivery,
    clock,
  });
  const post = createPostDigest({
    ledger,
    renew: createRenewDelivery({
      ledger,
      results: BENCH_RESULTS,
      settings: BENCH_SETTINGS,
      subscriptions,
      cards: BENCH_CARDS,
      clock,
    }),
    reach: createReachTarget({
      targets,
      secrets: BENCH_SECRETS,
      workflows: sender,
      personChannels: NO_PERSON,
      activityFeed: () => Promise.resolve(sender),
      allowedHosts: ['flow.example'],
    }),
    gate: new TableTargetGate(table('deliveries')),
    queue,
    clock,
    tellOfFailure: () => Promise.resolve(),
    sendingLimitMs: 40_000,
    newId: randomUUID,
    random: Math.random,
  });

  let executions = 1;
  let peakBytes = 0;
  const startedAt = performance.now();
  for (const tenantId of tenantIds) await find(tenantId, 'c', SILENT);
  const lookSeconds = (performance.now() - startedAt) / 1000;
  await drain(service.getQueueClient('run-subscription'), async (message) => {
    executions += 1;
    await runOne(message as RunSubscriptionMessage, SILENT);
  });
  await drain(service.getQueueClient('post-digest'), async (message) => {
    executions += 1;
    peakBytes = Math.max(peakBytes, process.memoryUsage().heapUsed);
    await post(message as PostDigestMessage, SILENT);
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const times = [...sentMs.values()];
  return {
    posts: times.flat().length,
    executions,
    seconds,
    lookSeconds,
    queueSeconds: times.flat().map((at) => (at - startedAt) / 1000),
    closestMs: Math.min(...times.flatMap((of) => of.slice(1).map((at, index) => at - (of[index] ?? 0)))),
    peakMb: peakBytes / 1024 / 1024,
  };
}

async function subscribe(subscriptions: TableSubscriptionStore, tenantId: string): Promise<void> {
  for (let first = 0; first < CHANNELS; first += CHANNELS_OF_ONE) {
    await subscriptions.save(tenantId, {
      subscription: {
        id: `morning-${first}`,
        name: 'Morning',
        subject: { kind: 'index' },
        targetIds: Array.from({ length: CHANNELS_OF_ONE }, (_, index) => `channel-${first + index}`),
        when: { kind: 'once', at: DUE_AT },
        language: 'sv',
        mentions: [],
        quietWhenUnchanged: true,
        paused: false,
        savedAt: DUE_AT,
        savedBy: 'Bench',
      },
      history: {
        activeSince: DUE_AT,
        lastPeriod: null,
        lastRun: null,
        lastDeliveries: {},
        baseline: null,
        asked: null,
      },
    });
  }
}

/** Works a queue off as one instance does, some messages side by side. */
async function drain(queue: QueueClient, work: (message: unknown) => Promise<void>): Promise<void> {
  for (;;) {
    const { receivedMessageItems: messages } = await queue.receiveMessages({
      numberOfMessages: RECEIVED_AT_ONCE,
      visibilityTimeout: 300,
    });
    if (messages.length === 0) {
      const { approximateMessagesCount = 0 } = await queue.getProperties();
      if (approximateMessagesCount === 0) return;
    }
    const waiting = [...messages];
    const worker = async (): Promise<void> => {
      for (let message = waiting.pop(); message; message = waiting.pop()) {
        await work(JSON.parse(Buffer.from(message.messageText, 'base64').toString('utf8')));
        await queue.deleteMessage(message.messageId, message.popReceipt);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }
}

/** Entities written one after the other: what the storage itself takes on this machine at this time. */
async function bareWriteMs(connectionString: string): Promise<number> {
  const table = TableClient.fromConnectionString(connectionString, 'bare', { allowInsecureConnection: true });
  await table.createTable();
  const times: number[] = [];
  for (let index = 0; index < 200; index += 1) {
    const startedAt = performance.now();
    await table.createEntity({ partitionKey: 'bare', rowKey: String(index), text: 'x'.repeat(1000) });
    times.push(performance.now() - startedAt);
  }
  return median(times);
}

async function measure(): Promise<readonly BenchFigure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'digest-bench-'));
  const azurite = await startAzurite({
    folder: join(folder, 'azurite'),
    fresh: true,
    ports: await reservePorts(0),
  });
  try {
    const bareMs = await bareWriteMs(azurite.connectionString);
    const small = await morning(azurite.connectionString, SMALL_TENANTS);
    const all = await morning(azurite.connectionString, ALL_TENANTS);
    return figuresOf(small, all, bareMs);
  } finally {
    await azurite.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function figuresOf(small: Morning, all: Morning, bareMs: number): readonly BenchFigure[] {
  const perPostMs = (of: Morning): number => (of.seconds * 1000) / of.posts;
  const absolute = (name: string, value: number, unit: string): BenchFigure => ({
    name,
    value,
    unit,
    baseline: null,
  });
  const sorted = all.queueSeconds.toSorted((a, b) => a - b);
  const executionsOfMonth = MINUTES_OF_MONTH + MINUTES_OF_MONTH / 5 + all.executions * WEEKS_OF_MONTH;
  const gbSeconds = executionsOfMonth * LEAST_CHARGED_SECONDS * INSTANCE_GB;
  const dollars =
    (executionsOfMonth / 1_000_000) * PRICE_PER_MILLION_EXECUTIONS + gbSeconds * PRICE_PER_GB_SECOND;
  return [
    absolute(`posts of ${ALL_TENANTS} tenants, ${CHANNELS} channels each`, all.posts, 'posts'),
    absolute('posts that were doubled or lost', all.posts - ALL_TENANTS * CHANNELS, 'posts'),
    absolute(`looking for what is due, ${ALL_TENANTS} tenants`, all.lookSeconds, 's'),
    absolute('queue time, median', sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, 's'),
    absolute('queue time, last', sorted.at(-1) ?? Number.NaN, 's'),
    absolute('posts per second, one instance', all.posts / all.seconds, '1/s'),
    absolute(
      'closest two posts to one channel (none: each channel got one)',
      Number.isFinite(all.closestMs) ? all.closestMs : -1,
      'ms',
    ),
    {
      name: 'time of one post, everything counted',
      value: perPostMs(all) / bareMs,
      unit: '×',
      baseline: 'one bare write to the same storage',
    },
    {
      name: `growth: time of one post at ${ALL_TENANTS} tenants`,
      value: perPostMs(all) / perPostMs(small),
      unit: '×',
      baseline: `the same at ${SMALL_TENANTS} tenants`,
    },
    {
      name: `memory: peak of the heap at ${ALL_TENANTS} tenants`,
      value: all.peakMb / small.peakMb,
      unit: '×',
      baseline: `the same at ${SMALL_TENANTS} tenants`,
    },
    absolute('peak of the heap', all.peakMb, 'MB'),
    absolute('executions for each post', all.executions / all.posts, 'executions'),
    absolute(
      `executions in a month, weekly digests of ${ALL_TENANTS} tenants`,
      executionsOfMonth,
      'executions',
    ),
    absolute('cost of it in Azure, free grants left out', dollars, 'USD a month'),
  ];
}

export const bench: Bench = { title: 'everybody’s digests due at eight', run: measure };
