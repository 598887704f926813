import { randomUUID } from 'node:crypto';
import type { TableClient } from '@azure/data-tables';
import { TableDeliveryLedger } from '../../../api/src/adapters/tables/table-delivery-ledger.ts';
import { TableTargetGate } from '../../../api/src/adapters/tables/table-target-gate.ts';
import { createAddDelivery } from '../../../api/src/app/digests/add-delivery.ts';
import { createPostDigest } from '../../../api/src/app/digests/post-digest.ts';
import type { Reached } from '../../../api/src/app/digests/reach-target.ts';
import { createSweepDeliveries } from '../../../api/src/app/digests/sweep-deliveries.ts';
import type { NotReady, SendOutcome } from '../../../api/src/app/ports/channel-sender.ts';
import type { StoredDelivery } from '../../../api/src/app/ports/delivery-ledger.ts';
import type { PostDigestMessage } from '#core/contracts/work.ts';
import { asItIs } from './as-it-is.ts';
import { SILENT } from './silent-log.ts';
import { VirtualClock, VirtualQueue } from './virtual-platform.ts';

export const SENDING_LIMIT_MS = 40_000;
const ADDRESS = 'https://flow.example/hook';

/** One card on its way to one channel, where a test says what each step meets. */
export class PostingWorld {
  readonly clock = new VirtualClock();
  readonly queue = new VirtualQueue(this.clock);
  readonly ledger: TableDeliveryLedger;
  /** Deliveries that somebody was told of. */
  readonly told = new Set<string>();
  posts = 0;
  /** What a post meets. */
  sends: () => Promise<SendOutcome> = () => Promise.resolve({ kind: 'accepted', status: 202 });
  /** What getting ready to post meets. */
  reaches: () => Promise<NotReady | null> = () => Promise.resolve(null);
  readonly #tenantId: string;
  readonly #table: TableClient;
  #id = '';

  constructor(tenantId: string, table: TableClient, ledger = new TableDeliveryLedger(table)) {
    this.#tenantId = tenantId;
    this.#table = table;
    this.ledger = ledger;
  }

  async ask(): Promise<void> {
    const { id } = await createAddDelivery(this)(
      {
        key: {
          tenantId: this.#tenantId,
          subscriptionId: 's',
          targetId: 'ledning',
          period: 'p',
          contentHash: 'c',
        },
        isOnly: true,
        targetName: 'Ledningen',
        subject: { kind: 'index' },
        isTest: false,
        year: 2025,
        language: 'sv',
        resultHash: 'r',
        requestedBy: 'Test',
        card: { type: 'AdaptiveCard' },
      },
      'c',
    );
    this.#id = id;
  }

  /** Works the queue off. */
  async work(): Promise<void> {
    while (!this.queue.isEmpty) {
      await this.queue.handOut(
        async ({ message }) => {
          await this.post(message as PostDigestMessage);
          return 'done';
        },
        () => Promise.reject(new Error('it was tried too often')),
      );
    }
  }

  /** A message that comes once more, as messages may. */
  comesAgain(): Promise<void> {
    return this.post({ tenantId: this.#tenantId, deliveryId: this.#id, correlationId: 'c' });
  }

  async sweep(): Promise<void> {
    const { ledger, queue, clock } = this;
    const sweep = createSweepDeliveries({ ledger, queue, clock, tellOfFailure: this.#tell });
    await sweep(this.#tenantId, 'c', SILENT);
  }

  async receipt(): Promise<StoredDelivery> {
    const found = await this.ledger.find(this.#tenantId, this.#id);
    if (!found) throw new Error('the receipt is lost');
    return found.delivery;
  }

  async openCount(): Promise<number> {
    return (await this.ledger.open(this.#tenantId)).length;
  }

  async post(message: PostDigestMessage): Promise<void> {
    const { ledger, queue, clock } = this;
    const reached: Reached = {
      address: ADDRESS,
      sender: {
        post: () => {
          this.posts += 1;
          return this.sends();
        },
      },
    };
    const post = createPostDigest({
      ledger,
      renew: asItIs,
      queue,
      clock,
      tellOfFailure: this.#tell,
      reach: async () => (await this.reaches()) ?? reached,
      gate: new TableTargetGate(this.#table),
      sendingLimitMs: SENDING_LIMIT_MS,
      newId: randomUUID,
      random: () => 0,
    });
    await post(message, SILENT);
  }

  readonly #tell = (_tenantId: string, { id }: StoredDelivery): Promise<void> => {
    this.told.add(id);
    return Promise.resolve();
  };
}
