import type {
  ListWatchMessage,
  PostDigestMessage,
  RecomputeMessage,
  RunSubscriptionMessage,
} from '#core/contracts/work.ts';
import type { Clock } from '../../../api/src/app/ports/clock.ts';
import type { WorkQueue } from '../../../api/src/app/ports/work-queue.ts';

/** A clock that only moves when it is told to: a week passes in no time. */
export class VirtualClock implements Clock {
  nowMs = Date.parse('2026-03-02T07:00:00Z');

  now(): Date {
    return new Date(this.nowMs);
  }

  moveTo(ms: number): void {
    this.nowMs = Math.max(this.nowMs, ms);
  }
}

export type Work =
  | { readonly queue: 'post-digest'; readonly message: PostDigestMessage }
  | { readonly queue: 'run-subscription'; readonly message: RunSubscriptionMessage }
  | { readonly queue: 'watch-lists'; readonly message: ListWatchMessage }
  | { readonly queue: 'recompute-index'; readonly message: RecomputeMessage };

interface Queued {
  readonly work: Work;
  visibleAtMs: number;
  dequeueCount: number;
}

const HIDDEN_MS = 60_000;
const RETRY_MS = 10_000;
const MOST_DEQUEUES = 5;

/** How a handler ended, as the platform sees it. */
export type Ending = 'done' | 'threw' | 'killed';

/**
 * Storage queues with the platform's rules in virtual time: a message is hidden while it is worked on, comes back if its
 * worker dies or throws, and is poison after five times.
 */
export class VirtualQueue implements WorkQueue {
  readonly #clock: VirtualClock;
  readonly #queued: Queued[] = [];

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  recompute(message: RecomputeMessage, delayMs = 0): Promise<void> {
    return this.#add({ queue: 'recompute-index', message }, delayMs);
  }

  runSubscription(message: RunSubscriptionMessage): Promise<void> {
    return this.#add({ queue: 'run-subscription', message }, 0);
  }

  watchLists(message: ListWatchMessage, delayMs = 0): Promise<void> {
    return this.#add({ queue: 'watch-lists', message }, delayMs);
  }

  postDigest(message: PostDigestMessage, delayMs = 0): Promise<void> {
    return this.#add({ queue: 'post-digest', message }, delayMs);
  }

  get nextVisibleAtMs(): number {
    return Math.min(...this.#queued.map(({ visibleAtMs }) => visibleAtMs));
  }

  get isEmpty(): boolean {
    return this.#queued.length === 0;
  }

  /** Hands the next message out, moving the clock to when it is visible. */
  async handOut(
    run: (work: Work) => Promise<Ending>,
    giveUp: (work: Work) => Promise<Ending>,
  ): Promise<void> {
    const next = this.#queued.reduce((a, b) => (b.visibleAtMs < a.visibleAtMs ? b : a));
    this.#clock.moveTo(next.visibleAtMs);
    const isPoison = next.dequeueCount >= MOST_DEQUEUES;
    next.dequeueCount += 1;
    next.visibleAtMs = this.#clock.nowMs + HIDDEN_MS;
    const ending = await (isPoison ? giveUp(next.work) : run(next.work));
    if (ending === 'done') this.#queued.splice(this.#queued.indexOf(next), 1);
    else if (ending === 'threw') next.visibleAtMs = this.#clock.nowMs + RETRY_MS;
  }

  #add(work: Work, delayMs: number): Promise<void> {
    const visibleAtMs = this.#clock.nowMs + Math.ceil(delayMs / 1000) * 1000;
    this.#queued.push({ work, visibleAtMs, dequeueCount: 0 });
    return Promise.resolve();
  }
}
