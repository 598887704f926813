import { randomUUID } from 'node:crypto';
import type { TableClient } from '@azure/data-tables';
import type { PostDigestMessage } from '#core/contracts/work.ts';
import type { SubscriptionWhen } from '#core/contracts/subscriptions.ts';
import { TableSubscriptionStore } from '../../../api/src/adapters/tables/table-subscription-store.ts';
import { TableTargetGate } from '../../../api/src/adapters/tables/table-target-gate.ts';
import { createAddDelivery, type AddDelivery } from '../../../api/src/app/digests/add-delivery.ts';
import { createFindDueDigests } from '../../../api/src/app/digests/find-due-digests.ts';
import type { Card, StoredDelivery } from '../../../api/src/app/ports/delivery-ledger.ts';
import type { SendOutcome } from '../../../api/src/app/ports/channel-sender.ts';
import type { DigestCards } from '../../../api/src/app/ports/digest-cards.ts';
import type { ResultStore, StoredResult, StoredVintage } from '../../../api/src/app/ports/result-store.ts';
import { createPostDigest } from '../../../api/src/app/digests/post-digest.ts';
import { createRenewDelivery } from '../../../api/src/app/digests/renew-delivery.ts';
import { createRequestDigest } from '../../../api/src/app/digests/request-digest.ts';
import { createRunSubscription } from '../../../api/src/app/digests/run-subscription.ts';
import { createSaveSubscription } from '../../../api/src/app/digests/save-subscription.ts';
import { createWithdrawDigests } from '../../../api/src/app/digests/withdraw-digests.ts';
import { AUDIT, SETTINGS, storedOf, TARGETS, unused } from './figures-parts.ts';
import { SlowLedger } from './slow-ledger.ts';
import { SILENT } from './silent-log.ts';
import { VirtualClock, VirtualQueue } from './virtual-platform.ts';

const SUBSCRIPTION_ID = 'vid-siffror';
const MINUTE_MS = 60_000;

/** A subscription that looks at the figures, in a municipality whose figures change as a test tells. */
export class FiguresWorld {
  /** Done once, while a card is written: its figures have been read. */
  whileWriting: () => void = () => undefined;
  /** Done once, after the figures were read and before an entry is added. */
  beforeAdding: () => Promise<void> = () => Promise.resolve();
  /** Done once, while the channel asks for patience. */
  onThrottled: () => Promise<void> = () => Promise.resolve();
  /** What a post meets, in order; then it is accepted. */
  readonly meets: SendOutcome[] = [];
  /** The vintages that stand in the channel, by their hash; null for figures that were not published. */
  readonly posted: unknown[] = [];
  readonly ledger: SlowLedger;
  #isPosting = false;
  readonly #tenantId: string;
  readonly #clock = new VirtualClock();
  readonly #queue = new VirtualQueue(this.#clock);
  readonly #subscriptions: TableSubscriptionStore;
  readonly #gate: TableTargetGate;
  readonly #live = new Map<number, StoredResult>();
  readonly #vintages = new Map<number, StoredVintage>();

  constructor(tenantId: string, table: TableClient) {
    this.#tenantId = tenantId;
    this.ledger = new SlowLedger(table);
    this.#gate = new TableTargetGate(table);
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

  async subscribe(when: SubscriptionWhen, { paused = false } = {}): Promise<void> {
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
        paused,
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
      ledger: this.ledger,
      addDelivery: this.#addDelivery(),
      clock: this.#clock,
    });
    while (!this.#queue.isEmpty) {
      await this.#queue.handOut(
        async (work) => {
          if (work.queue === 'run-subscription') await run(work.message, SILENT);
          if (work.queue === 'post-digest' && this.#isPosting) await this.#post(work.message);
          await this.#seeToThrottled();
          return 'done';
        },
        () => Promise.reject(new Error('a run was tried too often')),
      );
    }
  }

  /** Carries out the runs that wait, and posts what they add. */
  async workAndPost(): Promise<void> {
    this.#isPosting = true;
    await this.work();
  }

  /** The first post that waits, by another worker than the one that has its message. */
  async postOpen(): Promise<void> {
    const [open] = await this.ledger.open(this.#tenantId);
    if (!open) throw new Error('nothing waits to be posted');
    await this.#post({ tenantId: this.#tenantId, deliveryId: open.delivery.id, correlationId: 'c' });
  }

  passMinutes(minutes: number): void {
    this.#clock.moveTo(this.#clock.nowMs + minutes * MINUTE_MS);
  }

  /** Somebody asks for the index in the channel. */
  async askByHand(): Promise<void> {
    const request = createRequestDigest({
      settings: SETTINGS,
      results: this.#results(),
      targets: TARGETS,
      cards: this.#cards(),
      ledger: this.ledger,
      addDelivery: this.#addDelivery(),
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
  async withdraw(year: number): Promise<void> {
    const withdraw = createWithdrawDigests({ ledger: this.ledger, queue: this.#queue, renew: this.#renew() });
    await withdraw(this.#tenantId, year, { correlationId: 'c', log: SILENT });
  }

  /** Receipts of cards that went out long since, newer than any that waits. */
  async addReceipts(count: number): Promise<void> {
    const [waiting] = await this.ledger.latest(this.#tenantId, 1);
    if (!waiting) throw new Error('there is none to be newer than');
    const requestedAt = new Date(this.#clock.nowMs + MINUTE_MS).toISOString();
    const receipts = Array.from({ length: count }, (_, number) => ({ ...waiting, id: `later-${number}` }));
    await Promise.all(
      receipts.map((receipt) =>
        this.ledger.add(this.#tenantId, { ...receipt, requestedAt, state: 'accepted' }, null, null),
      ),
    );
  }

  async states(): Promise<readonly string[]> {
    const deliveries = await this.ledger.latest(this.#tenantId, 1000);
    return deliveries.map(({ state, resultHash }) => `${resultHash} ${state}`);
  }

  /** What was told of, in order: the year and the result's hash. */
  async told(): Promise<readonly string[]> {
    const deliveries: readonly StoredDelivery[] = await this.ledger.latest(this.#tenantId, 100);
    return deliveries.map(({ year, resultHash }) => `${year} ${resultHash}`).toReversed();
  }

  async lastOutcome(): Promise<string | null> {
    const stored = await this.#subscriptions.find(this.#tenantId, SUBSCRIPTION_ID);
    return stored?.history.lastRun?.outcome ?? null;
  }

  async #seeToThrottled(): Promise<void> {
    const open = await this.ledger.open(this.#tenantId);
    if (!open.some(({ delivery }) => delivery.retryAt !== null)) return;
    const { onThrottled } = this;
    this.onThrottled = () => Promise.resolve();
    await onThrottled();
  }

  async #post(message: PostDigestMessage): Promise<void> {
    const post = createPostDigest({
      ledger: this.ledger,
      renew: this.#renew(),
      reach: () =>
        Promise.resolve({
          address: 'https://flow.example/hook',
          sender: { post: (_address: string, card: Card) => this.#take(card) },
        }),
      gate: this.#gate,
      queue: this.#queue,
      clock: this.#clock,
      tellOfFailure: () => Promise.resolve(),
      sendingLimitMs: 40_000,
      newId: randomUUID,
      random: () => 0,
    });
    await post(message, SILENT);
  }

  #take(card: Card): Promise<SendOutcome> {
    const outcome = this.meets.shift() ?? { kind: 'accepted', status: 202 };
    if (outcome.kind === 'accepted') this.posted.push(card['vintage']);
    return Promise.resolve(outcome);
  }

  #addDelivery(): AddDelivery {
    const add = createAddDelivery({ ledger: this.ledger, queue: this.#queue, clock: this.#clock });
    return async (delivery, correlationId) => {
      const { beforeAdding } = this;
      this.beforeAdding = () => Promise.resolve();
      await beforeAdding();
      return add(delivery, correlationId);
    };
  }

  #renew() {
    return createRenewDelivery({
      ledger: this.ledger,
      results: this.#results(),
      settings: SETTINGS,
      subscriptions: this.#subscriptions,
      cards: this.#cards(),
      clock: this.#clock,
    });
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
      write: (_content, _language, options) => {
        const { whileWriting } = this;
        this.whileWriting = () => undefined;
        whileWriting();
        return { type: 'AdaptiveCard', vintage: options?.place?.vintage ?? null };
      },
      writeNotice: () => ({}),
      writeConnection: () => ({}),
    };
  }
}
