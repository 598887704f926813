import type { InvocationContext } from '@azure/functions';
import type { Log, LogFields } from '../app/ports/log.ts';

/** The log of one invocation: one line of JSON an event, each with the same base fields. */
export function invocationLog(context: InvocationContext, base: LogFields): Log {
  const line = (event: string, fields?: LogFields) => JSON.stringify({ event, ...base, ...fields });
  return {
    info: (event, fields) => context.info(line(event, fields)),
    warn: (event, fields) => context.warn(line(event, fields)),
    error: (event, fields) => context.error(line(event, fields)),
  };
}
