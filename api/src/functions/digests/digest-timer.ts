import type { TimerFunctionOptions } from '@azure/functions';
import { invocationLog } from '../../http/invocation-log.ts';
import type { Services } from '../services.ts';

/** Every minute: as exact as a cron pattern can be. */
const SCHEDULE = '0 * * * * *';
/** Tenants looked at side by side: each is one small query. */
const AT_ONCE = 16;

/** Looks for subscriptions that are due, in every tenant; the work itself goes through the queue. */
export function digestTimerFunction({ allowedTenants, findDueDigests }: Services): TimerFunctionOptions {
  return {
    schedule: SCHEDULE,
    handler: async (_timer, context) => {
      const correlationId = context.invocationId;
      const waiting = [...allowedTenants];
      const look = async (): Promise<void> => {
        for (let tenantId = waiting.pop(); tenantId !== undefined; tenantId = waiting.pop()) {
          const log = invocationLog(context, { tenantId, correlationId });
          try {
            await findDueDigests(tenantId, correlationId, log);
          } catch (error) {
            // One tenant's trouble does not keep the others from theirs; the next minute tries again.
            log.error('digests-not-looked-for', { error: error instanceof Error ? error.name : null });
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, look));
    },
  };
}
