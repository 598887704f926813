import type { StorageQueueFunctionOptions } from '@azure/functions';
import { recomputeMessageSchema } from '#core/contracts/work.ts';
import { invocationLog } from '../../http/invocation-log.ts';
import type { Services } from '../services.ts';

const connection = 'AzureWebJobsStorage';

/** Takes messages that ask for a year to be computed. */
export function recomputeIndexFunction(services: Services): StorageQueueFunctionOptions {
  return {
    queueName: 'recompute-index',
    connection,
    handler: async (entry, context) => {
      const message = recomputeMessageSchema.parse(entry);
      const { tenantId, correlationId } = message;
      const log = invocationLog(context, { tenantId, correlationId });
      if (services.allowedTenants.includes(tenantId)) await services.runRefresh(message, log);
      else log.error('tenant-not-allowed');
    },
  };
}

/** Takes those that failed too often, so that the job says so. */
export function recomputeIndexPoisonFunction(services: Services): StorageQueueFunctionOptions {
  return {
    queueName: 'recompute-index-poison',
    connection,
    handler: async (entry, context) => {
      const message = recomputeMessageSchema.safeParse(entry);
      const log = invocationLog(context, { correlationId: message.data?.correlationId ?? null });
      log.error('refresh-given-up', { readable: message.success });
      if (message.success) await services.giveUpRefresh(message.data);
    },
  };
}
