import type { TimerFunctionOptions } from '@azure/functions';
import { invocationLog } from '../http/invocation-log.ts';
import type { Services } from './services.ts';

/** Every morning at 03.15 UTC: early enough for the day, late enough for the night's imports. */
const SCHEDULE = '0 15 3 * * *';

/** Asks for a refresh of every tenant's years. */
export function refreshTimerFunction({ refreshAll }: Services): TimerFunctionOptions {
  return {
    schedule: SCHEDULE,
    handler: async (_timer, context) => {
      const correlationId = context.invocationId;
      await refreshAll(correlationId, invocationLog(context, { correlationId }));
    },
  };
}
