import type { Notifications } from '#core/contracts/list-notifications.ts';
import { contentHash } from '#core/result/content-hash.ts';
import type { Clock } from '../ports/clock.ts';
import type { ListWatchStore, WatchHandle } from '../ports/list-watch-store.ts';
import type { Log } from '../ports/log.ts';
import type { WorkQueue } from '../ports/work-queue.ts';

const HOUR_MS = 3_600_000;

export type TakeNotifications = (
  notifications: Notifications,
  trace: { readonly correlationId: string; readonly log: Log },
) => Promise<void>;

/**
 * Takes what Graph tells of lists, and leaves the work to the queue. What does not bring the secret that we gave Graph, in
 * the tenant that we gave it for, is nobody's: it is counted in the log and does nothing. Many changes of a list within a
 * short time come to one reading.
 *
 * @throws ProblemError storage-unavailable, so that Graph tells again
 */
export function createTakeNotifications(parts: {
  readonly allowedTenants: readonly string[];
  readonly watches: ListWatchStore;
  readonly queue: WorkQueue;
  readonly clock: Clock;
  /** How long changes are collected before a list is read, milliseconds. */
  readonly delayMs: number;
}): TakeNotifications {
  const { watches, queue, clock, delayMs } = parts;
  return async ({ value }, { correlationId, log }) => {
    const known = new Map<string, readonly WatchHandle[]>();
    const changed = new Map<string, Told>();
    const toKeep = new Set<string>();
    let refused = 0;
    for (const notification of value) {
      const told = await watchOf(notification, known);
      if (told === null) {
        refused += 1;
        continue;
      }
      const { lifecycleEvent } = notification;
      const mustKeep =
        lifecycleEvent === 'subscriptionRemoved' || lifecycleEvent === 'reauthorizationRequired';
      if (mustKeep) {
        await renewSoon(told, lifecycleEvent);
        toKeep.add(told.tenantId);
      } else {
        // A change, or changes that Graph could not tell of (`missed`).
        changed.set(told.handle.watch.key, told);
      }
    }
    for (const told of changed.values()) await noteChange(told, correlationId);
    for (const tenantId of toKeep) await queue.watchLists({ kind: 'keep', tenantId, correlationId });
    if (refused > 0) log.warn('notifications-refused', { refused });
    log.info('notifications-taken', { changed: changed.size });
  };

  async function watchOf(
    { subscriptionId, clientState, tenantId: named }: Notifications['value'][number],
    known: Map<string, readonly WatchHandle[]>,
  ): Promise<Told | null> {
    const tenantId = named?.toLowerCase() ?? '';
    if (!parts.allowedTenants.includes(tenantId) || !clientState) return null;
    const handles = known.get(tenantId) ?? (await watches.list(tenantId));
    known.set(tenantId, handles);
    const handle = handles.find(({ watch }) => watch.subscriptionId === subscriptionId);
    // Hashes of long random texts: how long their comparison takes tells nothing.
    return handle?.watch.clientStateHash === contentHash(clientState) ? { tenantId, handle } : null;
  }

  /** Its time is up, or soon will be, so that whoever keeps the lists asks for it anew or renews it. */
  async function renewSoon({ tenantId, handle }: Told, event: string): Promise<void> {
    const leftMs = event === 'subscriptionRemoved' ? 0 : HOUR_MS;
    const expiresAt = new Date(clock.now().getTime() + leftMs).toISOString();
    await watches.write(tenantId, { ...handle.watch, expiresAt }, handle);
  }

  async function noteChange({ tenantId, handle }: Told, correlationId: string): Promise<void> {
    const { watch } = handle;
    const now = clock.now();
    if (watch.pendingUntil !== null && Date.parse(watch.pendingUntil) > now.getTime()) return;
    // The message first: were it lost, the mark would keep the next notification from sending one.
    await queue.watchLists({ kind: 'changed', tenantId, correlationId, list: watch.key }, delayMs);
    const pendingUntil = new Date(now.getTime() + delayMs).toISOString();
    await watches.write(tenantId, { ...watch, notifiedAt: now.toISOString(), pendingUntil }, handle);
  }
}

interface Told {
  readonly tenantId: string;
  readonly handle: WatchHandle;
}
