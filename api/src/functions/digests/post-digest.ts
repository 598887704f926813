import type { StorageQueueFunctionOptions } from '@azure/functions';
import { postDigestMessageSchema } from '#core/contracts/work.ts';
import { invocationLog } from '../../http/invocation-log.ts';
import type { Services } from '../services.ts';

const connection = 'AzureWebJobsStorage';

/** Takes messages that ask for a digest to be posted. */
export function postDigestFunction(services: Services): StorageQueueFunctionOptions {
  return {
    queueName: 'post-digest',
    connection,
    handler: async (entry, context) => {
      const message = postDigestMessageSchema.parse(entry);
      const { tenantId, correlationId } = message;
      const log = invocationLog(context, { tenantId, correlationId });
      if (services.allowedTenants.includes(tenantId)) await services.postDigest(message, log);
      else log.error('tenant-not-allowed');
    },
  };
}

/** Takes those that failed too often, so that the receipt says so. */
export function postDigestPoisonFunction(services: Services): StorageQueueFunctionOptions {
  return {
    queueName: 'post-digest-poison',
    connection,
    handler: async (entry, context) => {
      const message = postDigestMessageSchema.safeParse(entry);
      const log = invocationLog(context, { correlationId: message.data?.correlationId ?? null });
      log.error('digest-given-up', { readable: message.success });
      if (message.success) await services.giveUpDigest(message.data, log);
    },
  };
}
