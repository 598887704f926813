import type { ProblemCode } from '#core/contracts/problem.ts';
import type { ListWatch } from '#core/contracts/sources.ts';
import { contentHash } from '#core/result/content-hash.ts';
import { servesYear } from '#core/result/intakes.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import type { SharePointList } from '#core/settings/source-location.ts';
import { ProblemError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { ListSubscriptions } from '../ports/list-subscriptions.ts';
import type { ListWatchStore, StoredWatch, WatchHandle } from '../ports/list-watch-store.ts';
import type { Log } from '../ports/log.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { WorkQueue } from '../ports/work-queue.ts';

export type KeepListWatches = (tenantId: string, correlationId: string, log: Log) => Promise<void>;

const DAY_MS = 86_400_000;
/** Graph keeps a list's subscription for 42,300 minutes at most, a little over 29 days. */
const LASTS_DAYS = 28;
/** Half its time before the end: an outage of many days loses nothing. */
const RENEW_DAYS = 14;

/** The key of a list among the watched ones: its ids may hold what a key may not. */
export function watchKey({ siteId, listId }: Pick<SharePointList, 'siteId' | 'listId'>): string {
  return contentHash([siteId, listId]).slice(0, 40);
}

/**
 * Makes Microsoft 365 tell of exactly those lists that some year is read from: asks for what is missing, renews what will
 * end, takes back what nothing needs. What is refused is noted with its reason, and asked for again the next time.
 */
export function createKeepListWatches(parts: {
  readonly settings: SettingsStore;
  readonly watches: ListWatchStore;
  readonly subscriptions: ListSubscriptions;
  readonly queue: WorkQueue;
  readonly clock: Clock;
  /** How long changes are collected before a list is read, milliseconds. */
  readonly delayMs: number;
  readonly newSecret: () => string;
}): KeepListWatches {
  const { watches, subscriptions, queue, clock } = parts;
  return async (tenantId, correlationId, log) => {
    const [stored, known] = await Promise.all([parts.settings.latest(tenantId), watches.list(tenantId)]);
    const needed = new Map(listsOf(stored?.settings ?? null).map((list) => [watchKey(list), list]));
    const existing = new Map(known.map((handle) => [handle.watch.key, handle]));
    for (const [key, list] of needed) await keep(tenantId, correlationId, list, existing.get(key) ?? null);
    for (const [key, { watch }] of existing) if (!needed.has(key)) await release(tenantId, watch);
    log.info('list-watches-kept', { lists: needed.size });
  };

  async function keep(
    tenantId: string,
    correlationId: string,
    list: SharePointList,
    handle: WatchHandle | null,
  ): Promise<void> {
    const now = clock.now();
    const left = Date.parse(handle?.watch.expiresAt ?? '') - now.getTime();
    if (handle?.watch.state === 'watched' && left > RENEW_DAYS * DAY_MS) return;
    const before: StoredWatch = handle?.watch ?? newWatch(list, now.toISOString());
    const named = { ...before, siteName: list.siteName, listName: list.listName };
    const watch = { ...named, ...(await agreedWith(list, before, left > 0)), checkedAt: now.toISOString() };
    const written = await watches.write(tenantId, watch, handle);
    const { subscriptionId } = watch;
    if (subscriptionId === null || subscriptionId === before.subscriptionId) return;
    // Somebody else asked at the same moment: theirs is the one that is known.
    if (!written) await subscriptions.remove(list, subscriptionId).catch(() => undefined);
    // What changed before Microsoft 365 began to tell is not told.
    else await queue.watchLists({ kind: 'changed', tenantId, correlationId, list: watch.key }, parts.delayMs);
  }

  /** What is true of a list after it has been renewed or asked for. */
  async function agreedWith(
    list: SharePointList,
    before: StoredWatch,
    mayRenew: boolean,
  ): Promise<Partial<StoredWatch>> {
    const expiresAt = new Date(clock.now().getTime() + LASTS_DAYS * DAY_MS).toISOString();
    try {
      if (before.subscriptionId !== null && mayRenew) {
        const renewed = await renewedOf(list, before.subscriptionId, expiresAt);
        if (renewed) return { state: 'watched', expiresAt: renewed.expiresAt };
      }
      const clientState = parts.newSecret();
      const agreed = await subscriptions.create(list, { clientState, expiresAt });
      const clientStateHash = contentHash(clientState);
      return { state: 'watched', subscriptionId: agreed.id, expiresAt: agreed.expiresAt, clientStateHash };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { state: stateOf(error) };
    }
  }

  /** Null where there is nothing to renew any more. */
  async function renewedOf(list: SharePointList, id: string, expiresAt: string) {
    try {
      return await subscriptions.renew(list, id, expiresAt);
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'list-not-found') return null;
      throw error;
    }
  }

  async function release(tenantId: string, watch: StoredWatch): Promise<void> {
    const { siteId, siteName, listId, listName, subscriptionId } = watch;
    try {
      const list = { kind: 'sharepoint-list', siteId, siteName, listId, listName } as const;
      if (subscriptionId !== null) await subscriptions.remove(list, subscriptionId);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      // The next time tries again; what may not be taken back ends by itself.
      if (stateOf(error) === 'unavailable') return;
    }
    await watches.remove(tenantId, watch.key);
  }
}

function listsOf(settings: Settings | null): readonly SharePointList[] {
  if (settings === null) return [];
  return settings.sources.flatMap((source) => {
    const isRead = settings.years.some((year) => servesYear(source, year));
    return isRead && source.location.kind === 'sharepoint-list' ? [source.location] : [];
  });
}

function newWatch(list: SharePointList, now: string): StoredWatch {
  const { siteId, siteName, listId, listName } = list;
  return {
    ...{ key: watchKey(list), siteId, siteName, listId, listName },
    state: 'unavailable',
    checkedAt: now,
    expiresAt: null,
    notifiedAt: null,
    subscriptionId: null,
    clientStateHash: null,
    pendingUntil: null,
  };
}

const STATES: Readonly<Partial<Record<ProblemCode, ListWatch['state']>>> = {
  'graph-forbidden': 'forbidden',
  'list-not-found': 'gone',
  'site-not-found': 'gone',
  'graph-broken-answer': 'refused',
};

function stateOf({ code }: ProblemError): ListWatch['state'] {
  return STATES[code] ?? 'unavailable';
}
