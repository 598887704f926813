import type { StorageQueueFunctionOptions } from '@azure/functions';
import { runSubscriptionMessageSchema } from '#core/contracts/work.ts';
import { invocationLog } from '../../http/invocation-log.ts';
import type { Services } from '../services.ts';

const connection = 'AzureWebJobsStorage';

/** Takes messages that ask for one run of a subscription. */
export function runSubscriptionFunction(services: Services): StorageQueueFunctionOptions {
  return {
    queueName: 'run-subscription',
    connection,
    handler: async (entry, context) => {
      const message = runSubscriptionMessageSchema.parse(entry);
      const { tenantId, correlationId } = message;
      const log = invocationLog(context, { tenantId, correlationId });
      if (services.allowedTenants.includes(tenantId)) await services.runSubscription(message, log);
      else log.error('tenant-not-allowed');
    },
  };
}

/** Takes those that failed too often: the subscription shows it, and the next look asks for the run again. */
export function runSubscriptionPoisonFunction(services: Services): StorageQueueFunctionOptions {
  return {
    queueName: 'run-subscription-poison',
    connection,
    handler: async (entry, context) => {
      const message = runSubscriptionMessageSchema.safeParse(entry);
      const log = invocationLog(context, { correlationId: message.data?.correlationId ?? null });
      log.error('digest-run-given-up', { readable: message.success });
      if (message.success) await services.giveUpSubscription(message.data);
    },
  };
}
