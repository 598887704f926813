import type { TableClient } from '@azure/data-tables';
import { TableDeliveryLedger } from '../../../api/src/adapters/tables/table-delivery-ledger.ts';
import { TableSubscriptionStore } from '../../../api/src/adapters/tables/table-subscription-store.ts';
import { createAddDelivery } from '../../../api/src/app/digests/add-delivery.ts';
import { createFindDueDigests } from '../../../api/src/app/digests/find-due-digests.ts';
import type { ChannelTargets } from '../../../api/src/app/ports/channel-targets.ts';
import type { StoredDelivery } from '../../../api/src/app/ports/delivery-ledger.ts';
import type { DigestCards } from '../../../api/src/app/ports/digest-cards.ts';
import type { ResultStore, StoredResult } from '../../../api/src/app/ports/result-store.ts';
import { DEFAULT_REFRESH_SCHEDULE } from '#core/settings/refresh-schedule.ts';
import type { SettingsStore } from '../../../api/src/app/ports/settings-store.ts';
import type { WorkQueue } from '../../../api/src/app/ports/work-queue.ts';
import { createRunSubscription } from '../../../api/src/app/digests/run-subscription.ts';
import { sampleResult, sampleSettings, YEAR } from '../../core/result/sample-year.ts';
import { MortalProcess } from './mortal-process.ts';
import type { Random } from './random.ts';
import { SILENT } from './silent-log.ts';
import { VirtualClock, VirtualQueue, type Ending, type Work } from './virtual-platform.ts';

const KILL_CHANCE = 0.06;
const MINUTE_MS = 60_000;
const CHANNELS = ['ledning', 'digitalisering'] as const;

/** Two schedulers that look for the same subscription through the weeks, in processes that die. */
export class ScheduleWorld {
  killCount = 0;
  readonly #tenantId: string;
  readonly #random: Random;
  readonly #clock = new VirtualClock();
  readonly #queue = new VirtualQueue(this.#clock);
  readonly #ledger: TableDeliveryLedger;
  readonly #subscriptions: TableSubscriptionStore;

  constructor(tenantId: string, table: TableClient, random: Random, startsAt: string) {
    this.#tenantId = tenantId;
    this.#random = random;
    this.#clock.nowMs = Date.parse(startsAt);
    this.#ledger = new TableDeliveryLedger(table);
    this.#subscriptions = new TableSubscriptionStore(table);
  }

  async subscribe(cron: string): Promise<void> {
    const savedAt = this.#clock.now().toISOString();
    await this.#subscriptions.save(this.#tenantId, {
      subscription: {
        id: 'morgon',
        name: 'Morgon',
        subject: { kind: 'index' },
        targetIds: [...CHANNELS],
        when: { kind: 'schedule', cron, timeZone: 'Europe/Stockholm' },
        language: 'sv',
        mentions: [],
        quietWhenUnchanged: false,
        paused: false,
        savedAt,
        savedBy: 'Test',
      },
      history: {
        activeSince: savedAt,
        lastPeriod: null,
        lastRun: null,
        lastDeliveries: {},
        baseline: null,
        asked: null,
      },
    });
  }

  /** Both schedulers look, at the same time, and the platform does what they asked for; so until then. */
  async liveUntil(end: string, everyMinutes: number): Promise<void> {
    while (this.#clock.nowMs < Date.parse(end)) {
      await Promise.all([this.#look(), this.#look()]);
      const nextLookMs = this.#clock.nowMs + everyMinutes * MINUTE_MS;
      while (this.#queue.nextVisibleAtMs < nextLookMs) {
        await this.#queue.handOut(
          (work) => this.#work(work),
          () => Promise.resolve('done'),
        );
      }
      this.#clock.moveTo(nextLookMs);
    }
  }

  /** Nothing runs until then. */
  sleepUntil(end: string): void {
    this.#clock.moveTo(Date.parse(end));
  }

  deliveries(): Promise<readonly StoredDelivery[]> {
    return this.#ledger.latest(this.#tenantId, 1000);
  }

  #look(): Promise<Ending> {
    return this.#live((life) => {
      const find = createFindDueDigests({
        subscriptions: life.sees(this.#subscriptions),
        results: RESULTS,
        queue: life.sees<WorkQueue>(this.#queue),
        clock: this.#clock,
      });
      return find(this.#tenantId, 'c', SILENT);
    });
  }

  #work(work: Work): Promise<Ending> {
    // Posting is the other world's matter.
    if (work.queue !== 'run-subscription') return Promise.resolve('done');
    return this.#live((life) => {
      const ledger = life.sees(this.#ledger);
      const addDelivery = createAddDelivery({
        ledger,
        queue: life.sees<WorkQueue>(this.#queue),
        clock: this.#clock,
      });
      const run = createRunSubscription({
        subscriptions: life.sees(this.#subscriptions),
        settings: SETTINGS,
        results: RESULTS,
        targets: TARGETS,
        cards: CARDS,
        ledger,
        addDelivery,
        clock: this.#clock,
      });
      return run(work.message, SILENT);
    });
  }

  async #live(act: (life: MortalProcess) => Promise<void>): Promise<Ending> {
    const life = new MortalProcess(() => this.#random() < KILL_CHANCE);
    const ended = act(life).then(
      () => 'done' as const,
      () => 'threw' as const,
    );
    const ending = await Promise.race([ended, life.death]);
    if (ending === 'killed') this.killCount += 1;
    return ending;
  }
}

const result = sampleResult();
const stored: StoredResult = {
  head: {
    year: YEAR,
    hash: result.hash,
    computedAt: result.computedAt,
    running: false,
    index: result.figures.index.figure,
    preconditions: result.figures.preconditions.figure,
    delivery: result.figures.delivery.figure,
    benefit: result.figures.benefit.figure,
  },
  result: () => Promise.resolve(result),
  rows: () => Promise.reject(new Error('the whole index needs no rows')),
};
const RESULTS: ResultStore = {
  vintages: {
    latestOfYears: () => Promise.resolve([]),
    latest: () => Promise.resolve(null),
    find: () => Promise.resolve(null),
    list: () => Promise.resolve([]),
    add: () => Promise.resolve(false),
  },
  heads: () => Promise.resolve([stored.head]),
  find: (_tenantId, year) => Promise.resolve(year === YEAR ? stored : null),
  seen: () => Promise.resolve([]),
  save: () => Promise.resolve(),
};
const settings = sampleSettings();
const SETTINGS: SettingsStore = {
  summary: () =>
    Promise.resolve({
      version: 1,
      organisationName: settings.organisationName,
      years: [YEAR],
      refresh: DEFAULT_REFRESH_SCHEDULE,
      unitsVisibleTo: 'everyone',
    }),
  latest: () => Promise.resolve(null),
  version: () => Promise.resolve(null),
  versions: () => Promise.resolve([]),
  save: () => Promise.resolve({ kind: 'conflict', version: 1 }),
};
const TARGETS: ChannelTargets = {
  list: () => Promise.resolve([]),
  find: () => Promise.resolve(null),
  save: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};
const CARDS: DigestCards = {
  write: () => ({ type: 'AdaptiveCard' }),
  writeNotice: () => ({}),
  writeConnection: () => ({}),
};
