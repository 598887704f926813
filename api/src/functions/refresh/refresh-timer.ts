import type { TimerFunctionOptions } from '@azure/functions';
import { invocationLog } from '../../http/invocation-log.ts';
import type { Services } from '../services.ts';

/** Every five minutes: a tenant's own time of day is met about as exactly as anybody notices. */
const SCHEDULE = '0 */5 * * * *';

/** Asks for a refresh of the years of every tenant whose time has come. */
export function refreshTimerFunction({ refreshAll }: Services): TimerFunctionOptions {
  return {
    schedule: SCHEDULE,
    handler: async (_timer, context) => {
      const correlationId = context.invocationId;
      await refreshAll(correlationId, invocationLog(context, { correlationId }));
    },
  };
}
