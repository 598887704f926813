import type { TimerFunctionOptions } from '@azure/functions';
import { invocationLog } from '../../http/invocation-log.ts';
import type { Services } from '../services.ts';

/** Every five minutes. */
const SCHEDULE = '0 */5 * * * *';

/** Gives deliveries whose message was lost another one. */
export function sweepDeliveriesTimerFunction(services: Services): TimerFunctionOptions {
  const { allowedTenants, sweepDeliveries } = services;
  return {
    schedule: SCHEDULE,
    handler: async (_timer, context) => {
      const correlationId = context.invocationId;
      for (const tenantId of allowedTenants) {
        const log = invocationLog(context, { tenantId, correlationId });
        try {
          await sweepDeliveries(tenantId, correlationId, log);
        } catch (error) {
          // One tenant's trouble does not keep the others from theirs; the next sweep tries again.
          log.error('deliveries-not-swept', { error: error instanceof Error ? error.name : null });
        }
      }
    },
  };
}
