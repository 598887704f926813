import type { TimerFunctionOptions } from '@azure/functions';
import { invocationLog } from '../../http/invocation-log.ts';
import type { Services } from '../services.ts';

/** Every night at 02.40 UTC. */
const SCHEDULE = '0 40 2 * * *';

/** Removes receipts and entries of the audit log that each tenant no longer keeps. */
export function forgetOldTimerFunction({ allowedTenants, forgetOld }: Services): TimerFunctionOptions {
  return {
    schedule: SCHEDULE,
    handler: async (_timer, context) => {
      const correlationId = context.invocationId;
      for (const tenantId of allowedTenants) {
        const log = invocationLog(context, { tenantId, correlationId });
        try {
          await forgetOld(tenantId, log);
        } catch (error) {
          // One tenant's trouble does not keep the others from theirs; the next night tries again.
          log.error('old-not-forgotten', { error: error instanceof Error ? error.name : null });
        }
      }
    },
  };
}
