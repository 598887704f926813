import type { TableClient } from '@azure/data-tables';
import type { SubscriptionWhen } from '#core/contracts/subscriptions.ts';
import { DEFAULT_REFRESH_SCHEDULE } from '#core/settings/refresh-schedule.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { TableDeliveryLedger } from '../../../api/src/adapters/tables/table-delivery-ledger.ts';
import { TableSubscriptionStore } from '../../../api/src/adapters/tables/table-subscription-store.ts';
import { createAddDelivery } from '../../../api/src/app/digests/add-delivery.ts';
import { createFindDueDigests } from '../../../api/src/app/digests/find-due-digests.ts';
import type { AuditLog } from '../../../api/src/app/ports/audit-log.ts';
import type { ChannelTargets } from '../../../api/src/app/ports/channel-targets.ts';
import type { StoredDelivery } from '../../../api/src/app/ports/delivery-ledger.ts';
import type { DigestCards } from '../../../api/src/app/ports/digest-cards.ts';
import type { ResultStore, StoredResult, StoredVintage } from '../../../api/src/app/ports/result-store.ts';
import type { SettingsStore } from '../../../api/src/app/ports/settings-store.ts';
import { createRequestDigest } from '../../../api/src/app/digests/request-digest.ts';
import { createRunSubscription } from '../../../api/src/app/digests/run-subscription.ts';
import { createSaveSubscription } from '../../../api/src/app/digests/save-subscription.ts';
import { createWithdrawDigests } from '../../../api/src/app/digests/withdraw-digests.ts';
import { sampleResult, sampleSettings } from '../../core/result/sample-year.ts';
import { SILENT } from './silent-log.ts';
import { VirtualClock, VirtualQueue } from './virtual-platform.ts';

const SUBSCRIPTION_ID = 'vid-siffror';
const SAMPLE = sampleResult();
const MINUTE_MS = 60_000;

/** A subscription that looks at the figures, in a municipality whose figures change as a test tells. */
export class FiguresWorld {
  /** Done once, while the run's card is written. */
  whileWriting: () => void = () => undefined;
  readonly #tenantId: string;
  readonly #clock = new VirtualClock();
  readonly #queue = new VirtualQueue(this.#clock);
  readonly #ledger: TableDeliveryLedger;
  readonly #subscriptions: TableSubscriptionStore;
  readonly #live = new Map<number, StoredResult>();
  readonly #vintages = new Map<number, StoredVintage>();

  constructor(tenantId: string, table: TableClient) {
    this.#tenantId = tenantId;
    this.#ledger = new TableDeliveryLedger(table);
    this.#subscriptions = new TableSubscriptionStore(table);
  }

  compute(year: number, hash: string, index = '8.2'): void {
    this.#live.set(year, storedOf(year, hash, index));
  }

  publish(year: number, hash: string): void {
    const at = this.#clock.now().toISOString();
    const vintage = { number: 1, year, hash, publishedAt: at } as unknown as StoredVintage['vintage'];
    this.#vintages.set(year, { ...storedOf(year, hash, '8.2'), vintage, asStored: unused });
  }

  async subscribe(when: SubscriptionWhen): Promise<void> {
    const save = createSaveSubscription({
      subscriptions: this.#subscriptions,
      targets: TARGETS,
      results: this.#results(),
      audit: AUDIT,
      clock: this.#clock,
    });
    const caller = { tenantId: this.#tenantId, userId: 'u', name: 'Test', roles: [] };
    await save(
      caller as never,
      SUBSCRIPTION_ID,
      {
        name: 'Vid siffror',
        subject: { kind: 'index' },
        targetIds: ['ledning'],
        when,
        language: 'sv',
        mentions: [],
        quietWhenUnchanged: false,
        paused: false,
      },
      'c',
    );
  }

  /** One look for what is due. */
  async look(): Promise<void> {
    this.#clock.moveTo(this.#clock.nowMs + MINUTE_MS);
    const find = createFindDueDigests({
      subscriptions: this.#subscriptions,
      results: this.#results(),
      queue: this.#queue,
      clock: this.#clock,
    });
    await find(this.#tenantId, 'c', SILENT);
  }

  /** Carries out the runs that wait. */
  async work(): Promise<void> {
    const run = createRunSubscription({
      subscriptions: this.#subscriptions,
      settings: SETTINGS,
      results: this.#results(),
      targets: TARGETS,
      cards: this.#cards(),
      ledger: this.#ledger,
      addDelivery: createAddDelivery({ ledger: this.#ledger, queue: this.#queue, clock: this.#clock }),
      clock: this.#clock,
    });
    while (!this.#queue.isEmpty) {
      await this.#queue.handOut(
        async ({ queue, message }) => {
          if (queue === 'run-subscription') await run(message, SILENT);
          return 'done';
        },
        () => Promise.reject(new Error('a run was tried too often')),
      );
    }
  }

  /** Somebody asks for the index in the channel. */
  async askByHand(): Promise<void> {
    const request = createRequestDigest({
      settings: SETTINGS,
      results: this.#results(),
      targets: TARGETS,
      cards: this.#cards(),
      ledger: this.#ledger,
      addDelivery: createAddDelivery({ ledger: this.#ledger, queue: this.#queue, clock: this.#clock }),
      queue: this.#queue,
      postDigest: unused,
      clock: this.#clock,
      newId: () => 'unused',
    });
    const digest = { year: 2025, targetId: 'ledning', language: 'sv', isTest: false } as const;
    const asking = { correlationId: 'c', userToken: '', language: 'sv', log: SILENT };
    await request(
      { tenantId: this.#tenantId, userId: 'u', name: 'Test', roles: [] } as never,
      { ...digest, subject: { kind: 'index' } },
      asking,
    );
  }

  /** What publishing does with the cards that wait. */
  async withdraw(year: number, hash: string): Promise<void> {
    await createWithdrawDigests({ ledger: this.#ledger, clock: this.#clock })(
      this.#tenantId,
      year,
      hash,
      SILENT,
    );
  }

  /** Receipts of cards that went out long since, newer than any that waits. */
  async addReceipts(count: number): Promise<void> {
    const [waiting] = await this.#ledger.latest(this.#tenantId, 1);
    if (!waiting) throw new Error('there is none to be newer than');
    const requestedAt = new Date(this.#clock.nowMs + MINUTE_MS).toISOString();
    const receipts = Array.from({ length: count }, (_, number) => ({ ...waiting, id: `later-${number}` }));
    await Promise.all(
      receipts.map((receipt) =>
        this.#ledger.add(this.#tenantId, { ...receipt, requestedAt, state: 'accepted' }, null, null),
      ),
    );
  }

  async states(): Promise<readonly string[]> {
    const deliveries = await this.#ledger.latest(this.#tenantId, 1000);
    return deliveries.map(({ state, resultHash }) => `${resultHash} ${state}`);
  }

  /** What was told of, in order: the year and the result's hash. */
  async told(): Promise<readonly string[]> {
    const deliveries: readonly StoredDelivery[] = await this.#ledger.latest(this.#tenantId, 100);
    return deliveries.map(({ year, resultHash }) => `${year} ${resultHash}`).toReversed();
  }

  async lastOutcome(): Promise<string | null> {
    const stored = await this.#subscriptions.find(this.#tenantId, SUBSCRIPTION_ID);
    return stored?.history.lastRun?.outcome ?? null;
  }

  #results(): ResultStore {
    return {
      vintages: {
        latestOfYears: () => Promise.resolve([...this.#vintages.values()]),
        latest: (_tenantId, year) => Promise.resolve(this.#vintages.get(year) ?? null),
        find: () => Promise.resolve(null),
        list: () => Promise.resolve([]),
        add: () => Promise.resolve(false),
      },
      heads: () => Promise.resolve([...this.#live.values()].map(({ head }) => head)),
      find: (_tenantId, year) => Promise.resolve(this.#live.get(year) ?? null),
      seen: () => Promise.resolve([]),
      save: () => Promise.resolve(),
    };
  }

  #cards(): DigestCards {
    return {
      write: () => {
        this.whileWriting();
        this.whileWriting = () => undefined;
        return { type: 'AdaptiveCard' };
      },
      writeNotice: () => ({}),
      writeConnection: () => ({}),
    };
  }
}

function storedOf(year: number, hash: string, index: string): StoredResult {
  const figure = { kind: 'value', shown: index, exact: index } as const;
  const figures = { ...SAMPLE.figures, index: { ...SAMPLE.figures.index, figure } };
  // The sample has fewer answers than leave the tab.
  const method = { ...SAMPLE.method, minimumGroupSize: 0, minimumOpenGroupSize: 0 };
  const maturity = { ...SAMPLE.maturity, openAreas: true };
  const result: IndexResult = { ...SAMPLE, year, hash, method, maturity, figures };
  const { preconditions, delivery, benefit } = SAMPLE.figures;
  return {
    head: {
      year,
      hash,
      computedAt: SAMPLE.computedAt,
      running: false,
      index: result.figures.index.figure,
      preconditions: preconditions.figure,
      delivery: delivery.figure,
      benefit: benefit.figure,
    },
    result: () => Promise.resolve(result),
    rows: unused,
  };
}

const unused = () => Promise.reject(new Error('the whole index needs no rows'));
const SETTINGS: SettingsStore = {
  summary: () =>
    Promise.resolve({
      version: 1,
      organisationName: sampleSettings().organisationName,
      years: [2024, 2025, 2026],
      unitsVisibleTo: 'everyone',
      refresh: DEFAULT_REFRESH_SCHEDULE,
    }),
  latest: () => Promise.resolve(null),
  version: () => Promise.resolve(null),
  versions: () => Promise.resolve([]),
  save: () => Promise.resolve({ kind: 'conflict', version: 1 }),
};
const TARGET = { id: 'ledning', name: 'Ledningen', kind: 'workflows-webhook' };
const TARGETS = {
  list: () => Promise.resolve([TARGET]),
  find: () => Promise.resolve(TARGET),
  save: () => Promise.resolve(),
  remove: () => Promise.resolve(),
} as unknown as ChannelTargets;
const AUDIT: AuditLog = { add: () => Promise.resolve(), page: unused } as unknown as AuditLog;
