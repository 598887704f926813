import { Cron } from 'croner';
import type { WriteLog, Worker } from './worker.ts';

export interface Timers {
  stop(): void;
  /** Runs one now, whatever its schedule says. */
  fire(name: string): Promise<void>;
}

/** Runs timer functions by their six-field schedule, in UTC as the platform does; a run that is still going is not doubled. */
export function startTimers(worker: Worker, writeLog: WriteLog): Timers {
  const runs = new Map<string, () => Promise<void>>();
  const jobs = worker.functions.flatMap((fn) => {
    const found = Object.entries(fn.metadata.bindings).find(([, { type }]) => type === 'timerTrigger');
    if (!found) return [];
    const [bindingName, binding] = found;
    const report = (error: unknown) =>
      writeLog('error', fn.metadata.name, error instanceof Error ? error.message : String(error));
    const run = async () => {
      const info = { Schedule: { AdjustForDST: true }, ScheduleStatus: null, IsPastDue: false };
      await worker.invoke(fn, {
        inputData: [{ name: bindingName, data: { json: JSON.stringify(info) } }],
        triggerMetadata: {},
      });
    };
    runs.set(fn.metadata.name, run);
    return [new Cron(String(binding['schedule']), { timezone: 'UTC', protect: true, catch: report }, run)];
  });
  return {
    stop: () => jobs.forEach((job) => job.stop()),
    fire: async (name) => {
      const run = runs.get(name);
      if (!run) throw new Error(`no timer is called "${name}"`);
      await run();
    },
  };
}
