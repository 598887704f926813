import type { ListWatchMessage } from '#core/contracts/work.ts';
import { servesYear } from '#core/result/intakes.ts';
import { watchKey, type KeepListWatches } from './keep-list-watches.ts';
import type { Log } from '../ports/log.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { WorkQueue } from '../ports/work-queue.ts';
import type { RequestRefresh } from '../refresh/request-refresh.ts';

export type RunListWatch = (message: ListWatchMessage, log: Log) => Promise<void>;

/**
 * Does what a message about watched lists asks. A list that has changed makes every year that is read from it be looked at
 * again; where a year is being read already, the change may have come too late for that reading, and the message waits.
 */
export function createRunListWatch(parts: {
  readonly settings: SettingsStore;
  readonly keep: KeepListWatches;
  readonly request: RequestRefresh;
  readonly queue: WorkQueue;
  /** How long changes are collected before a list is read, milliseconds. */
  readonly delayMs: number;
}): RunListWatch {
  return async (message, log) => {
    const { tenantId, correlationId } = message;
    if (message.kind === 'keep') return parts.keep(tenantId, correlationId, log);
    const stored = await parts.settings.latest(tenantId);
    if (!stored) return;
    const { years, sources } = stored.settings;
    const changed = sources.filter(
      ({ location }) => location.kind === 'sharepoint-list' && watchKey(location) === message.list,
    );
    let mustWait = false;
    for (const year of years.filter((one) => changed.some((source) => servesYear(source, one)))) {
      const job = await parts.request({ tenantId, year, correlationId, onlyIfChanged: true });
      mustWait ||= job.state === 'running' && job.correlationId !== correlationId;
    }
    if (mustWait) await parts.queue.watchLists(message, parts.delayMs);
  };
}
