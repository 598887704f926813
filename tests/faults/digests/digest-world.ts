import { randomUUID } from 'node:crypto';
import type { TableClient } from '@azure/data-tables';
import { contentHash } from '#core/result/content-hash.ts';
import type { PostDigestMessage } from '#core/contracts/work.ts';
import { TableDeliveryLedger } from '../../../api/src/adapters/tables/table-delivery-ledger.ts';
import { TableTargetGate } from '../../../api/src/adapters/tables/table-target-gate.ts';
import {
  createAddDelivery,
  type AddDelivery,
  type NewDelivery,
} from '../../../api/src/app/digests/add-delivery.ts';
import { createGiveUpDigest, type GiveUpDigest } from '../../../api/src/app/refresh/give-up-work.ts';
import { createPostDigest, type PostDigest } from '../../../api/src/app/digests/post-digest.ts';
import type { ChannelTargets, StoredTarget } from '../../../api/src/app/ports/channel-targets.ts';
import type { StoredDelivery } from '../../../api/src/app/ports/delivery-ledger.ts';
import type { DigestCards } from '../../../api/src/app/ports/digest-cards.ts';
import type { PersonChannels } from '../../../api/src/app/ports/person-channels.ts';
import type { SecretStore } from '../../../api/src/app/ports/secret-store.ts';
import { createReachTarget } from '../../../api/src/app/digests/reach-target.ts';
import {
  createSweepDeliveries,
  type SweepDeliveries,
} from '../../../api/src/app/digests/sweep-deliveries.ts';
import { createTellOfFailure } from '../../../api/src/app/digests/tell-of-failure.ts';
import { MortalProcess } from './mortal-process.ts';
import type { Random } from './random.ts';
import { asItIs } from './as-it-is.ts';
import { SILENT } from './silent-log.ts';
import { TruthfulChannel } from './truthful-channel.ts';
import { VirtualClock, VirtualQueue, type Ending } from './virtual-platform.ts';

const CHANNELS = ['ledning', 'digitalisering'] as const;
const DELIVERIES = 6;
const SWEEP_MS = 5 * 60_000;
/** Until so many have died nobody is safe; after that the world settles. */
const MOST_KILLS = 20;
const KILL_CHANCE = 0.12;
const TWICE_CHANCE = 0.2;

interface Wired {
  readonly addDelivery: AddDelivery;
  readonly sweep: SweepDeliveries;
  readonly giveUp: GiveUpDigest;
  readonly postDigest: PostDigest;
}

/** The product's own delivery code on real Tables, with a clock, queue and channel of its own and processes that die. */
export class DigestWorld {
  killCount = 0;
  readonly #tenantId: string;
  readonly #random: Random;
  readonly #clock = new VirtualClock();
  readonly #queue = new VirtualQueue(this.#clock);
  readonly #channel: TruthfulChannel;
  readonly #ledger: TableDeliveryLedger;
  readonly #gate: TableTargetGate;
  /** Deliveries that somebody was told are in the ledger. */
  readonly #promised = new Set<string>();
  #nextSweepMs = this.#clock.nowMs + SWEEP_MS;

  constructor(tenantId: string, table: TableClient, random: Random) {
    this.#tenantId = tenantId;
    this.#random = random;
    this.#channel = new TruthfulChannel(random);
    this.#ledger = new TableDeliveryLedger(table);
    this.#gate = new TableTargetGate(table);
  }

  /** Asks for some cards, then lets the platform work until nothing is left to do. */
  async run(): Promise<void> {
    for (let index = 0; index < DELIVERIES; index += 1) await this.#ask(index);
    while (!this.#queue.isEmpty || (await this.#ledger.open(this.#tenantId)).length > 0) {
      if (this.#queue.isEmpty || this.#nextSweepMs <= this.#queue.nextVisibleAtMs) await this.#sweep();
      else
        await this.#queue.handOut(
          (work) => this.#work(work.message as PostDigestMessage),
          (work) => this.#giveUp(work.message as PostDigestMessage),
        );
    }
  }

  async states(): Promise<readonly string[]> {
    return (await this.#ledger.latest(this.#tenantId, 1000)).map(({ state }) => state);
  }

  /** What the ledger says that is not so. */
  async lies(): Promise<readonly string[]> {
    const entries = await this.#ledger.latest(this.#tenantId, 1000);
    const found = new Set(entries.map(({ id }) => id));
    const lost = [...this.#promised].filter((id) => !found.has(id)).map((id) => `${id} is lost`);
    return [...lost, ...entries.flatMap((entry) => this.#lieOf(entry))];
  }

  #lieOf({ id, state, contentHash }: StoredDelivery): readonly string[] {
    const posted = this.#channel.posted.get(contentHash) ?? 0;
    const taken = this.#channel.taken.get(contentHash) ?? 0;
    if (posted > 1) return [`${id} was posted ${posted} times`];
    switch (state) {
      case 'accepted':
        return taken === 1 ? [] : [`${id} is called accepted and was taken ${taken} times`];
      case 'failed':
        return posted === 0 && taken === 0 ? [] : [`${id} is called failed and stands in the channel`];
      case 'uncertain':
        return [];
      case 'posted':
      case 'withdrawn':
      case 'queued':
      case 'sending':
        return [`${id} is left ${state}`];
    }
  }

  async #ask(index: number): Promise<void> {
    const name = `card-${index}`;
    const targetId = CHANNELS[index % CHANNELS.length] ?? '';
    const delivery: NewDelivery = {
      key: {
        tenantId: this.#tenantId,
        subscriptionId: 's',
        targetId,
        period: String(index),
        contentHash: name,
      },
      isOnly: true,
      targetName: targetId,
      subject: { kind: 'index' },
      isTest: false,
      year: 2025,
      language: 'sv',
      resultHash: 'r',
      requestedBy: 'Test',
      card: { name },
    };
    // Whoever asks asks again until there is an answer, as the platform does with a message.
    for (let ending: Ending = 'killed'; ending !== 'done';) {
      ending = await this.#live(async (parts) => {
        const { id } = await parts.addDelivery(delivery, 'c');
        this.#promised.add(id);
      });
      this.#clock.moveTo(this.#clock.nowMs + 1000);
    }
  }

  async #work(message: PostDigestMessage): Promise<Ending> {
    const work = (): Promise<Ending> => this.#live(({ postDigest }) => postDigest(message, SILENT));
    // The platform may hand one message to two at once.
    if (this.#random() >= TWICE_CHANCE) return work();
    const [first] = await Promise.all([work(), work()]);
    return first;
  }

  #giveUp(message: PostDigestMessage): Promise<Ending> {
    return this.#live(({ giveUp }) => giveUp(message, SILENT));
  }

  async #sweep(): Promise<void> {
    this.#clock.moveTo(this.#nextSweepMs);
    this.#nextSweepMs += SWEEP_MS;
    await this.#live(({ sweep }) => sweep(this.#tenantId, 'c', SILENT));
  }

  /** One process that does one thing and may die at it. */
  async #live(act: (parts: Wired) => Promise<void>): Promise<Ending> {
    const life = new MortalProcess(() => this.killCount < MOST_KILLS && this.#random() < KILL_CHANCE);
    const ended = act(this.#wire(life)).then(
      () => 'done' as const,
      () => 'threw' as const,
    );
    const ending = await Promise.race([ended, life.death]);
    if (ending === 'killed') this.killCount += 1;
    return ending;
  }

  #wire(life: MortalProcess): Wired {
    const ledger = life.sees(this.#ledger);
    const queue = life.sees(this.#queue);
    const targets = life.sees(TARGETS);
    const clock = this.#clock;
    const addDelivery = createAddDelivery({ ledger, queue, clock });
    const tellOfFailure = createTellOfFailure({ targets, cards: CARDS, addDelivery, clock });
    return {
      addDelivery,
      sweep: createSweepDeliveries({ ledger, queue, clock, tellOfFailure }),
      giveUp: createGiveUpDigest({ ledger, clock, tellOfFailure }),
      postDigest: createPostDigest({
        ledger,
        renew: asItIs,
        queue,
        clock,
        tellOfFailure,
        reach: createReachTarget({
          targets,
          secrets: life.sees(SECRETS),
          workflows: life.sees(this.#channel),
          personChannels: NO_PERSON,
          activityFeed: () => Promise.resolve(this.#channel),
          allowedHosts: ['flow.example'],
        }),
        gate: life.sees(this.#gate),
        sendingLimitMs: 40_000,
        newId: randomUUID,
        random: this.#random,
      }),
    };
  }
}

const STORED: readonly StoredTarget[] = CHANNELS.map((id) => ({
  id,
  name: id,
  kind: 'workflows-webhook',
  host: 'flow.example',
  channelLink: null,
  recipient: null,
  takesNotices: false,
  savedAt: '',
  savedBy: '',
  secretName: id,
}));
const TARGETS: ChannelTargets = {
  list: () => Promise.resolve(STORED),
  find: (_tenantId, id) => Promise.resolve(STORED.find((target) => target.id === id) ?? null),
  save: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};
const SECRETS: SecretStore = {
  read: () => Promise.resolve('https://flow.example/hook'),
  write: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};
const NO_PERSON: PersonChannels = {
  senderFor: () => {
    throw new Error('nobody is there');
  },
  missingConsent: () => Promise.resolve(null),
};
const CARDS: DigestCards = {
  write: () => ({ name: 'unused' }),
  writeConnection: () => ({ name: 'unused' }),
  writeNotice: (notice) => ({ name: contentHash(notice) }),
};
