import type { QueueClient, QueueServiceClient } from '@azure/storage-queue';
import type {
  ListWatchMessage,
  PostDigestMessage,
  RecomputeMessage,
  RunSubscriptionMessage,
} from '#core/contracts/work.ts';
import { ProblemError } from '../../app/errors.ts';
import type { WorkQueue } from '../../app/ports/work-queue.ts';

const RECOMPUTE_QUEUE = 'recompute-index';
const RUN_SUBSCRIPTION_QUEUE = 'run-subscription';
const WATCH_LISTS_QUEUE = 'watch-lists';
const POST_DIGEST_QUEUE = 'post-digest';
/** Storage queues hide a message for seven days at most. */
const LONGEST_DELAY_SECONDS = 7 * 24 * 3600 - 60;

/** Work in Storage queues; the platform hands it out, tries again and keeps what fails five times. */
export class StorageWorkQueue implements WorkQueue {
  readonly #service: QueueServiceClient;
  readonly #ready = new Map<string, Promise<QueueClient>>();

  constructor(service: QueueServiceClient) {
    this.#service = service;
  }

  recompute(message: RecomputeMessage, delayMs = 0): Promise<void> {
    return this.#send(RECOMPUTE_QUEUE, message, delayMs);
  }

  runSubscription(message: RunSubscriptionMessage): Promise<void> {
    return this.#send(RUN_SUBSCRIPTION_QUEUE, message, 0);
  }

  watchLists(message: ListWatchMessage, delayMs = 0): Promise<void> {
    return this.#send(WATCH_LISTS_QUEUE, message, delayMs);
  }

  postDigest(message: PostDigestMessage, delayMs = 0): Promise<void> {
    return this.#send(POST_DIGEST_QUEUE, message, delayMs);
  }

  async #send(name: string, message: object, delayMs: number): Promise<void> {
    try {
      const queue = await this.#queue(name);
      // The Functions host expects base64, its default message encoding.
      const text = Buffer.from(JSON.stringify(message), 'utf8').toString('base64');
      await queue.sendMessage(text, {
        visibilityTimeout: Math.min(LONGEST_DELAY_SECONDS, Math.ceil(delayMs / 1000)),
      });
    } catch (error) {
      throw new ProblemError('storage-unavailable', {}, { cause: error });
    }
  }

  #queue(name: string): Promise<QueueClient> {
    const known = this.#ready.get(name);
    if (known) return known;
    const opening = this.#open(name);
    this.#ready.set(name, opening);
    opening.catch(() => this.#ready.delete(name));
    return opening;
  }

  async #open(name: string): Promise<QueueClient> {
    const queue = this.#service.getQueueClient(name);
    await queue.createIfNotExists();
    return queue;
  }
}
