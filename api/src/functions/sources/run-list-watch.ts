import type { StorageQueueFunctionOptions, TimerFunctionOptions } from '@azure/functions';
import { listWatchMessageSchema } from '#core/contracts/work.ts';
import { invocationLog } from '../../http/invocation-log.ts';
import type { Services } from '../services.ts';

const connection = 'AzureWebJobsStorage';
/** Every hour, between the refreshes: what was refused or has been forgotten is asked for again the same morning. */
const SCHEDULE = '0 25 * * * *';

/** Takes messages about lists that are watched. */
export function runListWatchFunction({ allowedTenants, watches }: Services): StorageQueueFunctionOptions {
  return {
    queueName: 'watch-lists',
    connection,
    handler: async (entry, context) => {
      const message = listWatchMessageSchema.parse(entry);
      const { tenantId, correlationId } = message;
      const log = invocationLog(context, { tenantId, correlationId });
      if (allowedTenants.includes(tenantId)) await watches.run(message, log);
      else log.error('tenant-not-allowed');
    },
  };
}

/** Takes those that failed too often. Nothing is lost: the scheduled refresh reads what they would have. */
export function runListWatchPoisonFunction(): StorageQueueFunctionOptions {
  return {
    queueName: 'watch-lists-poison',
    connection,
    handler: (entry, context) => {
      const message = listWatchMessageSchema.safeParse(entry);
      const log = invocationLog(context, { correlationId: message.data?.correlationId ?? null });
      log.error('list-watch-given-up', { readable: message.success });
    },
  };
}

/** Sees to the watched lists of every tenant: one message each. */
export function listWatchTimerFunction({ allowedTenants, watches }: Services): TimerFunctionOptions {
  return {
    schedule: SCHEDULE,
    handler: async (_timer, context) => {
      const correlationId = context.invocationId;
      for (const tenantId of allowedTenants)
        await watches.queue.watchLists({ kind: 'keep', tenantId, correlationId });
    },
  };
}
