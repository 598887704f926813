import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHttpServer } from './http-trigger.ts';
import { startQueues, type QueueSettings } from './queue-trigger.ts';
import { startTimers } from './timer-trigger.ts';
import { AppLoadError, Worker, type WriteLog } from './worker.ts';

/**
 * The local Functions host, a process of its own: what it loads and how an uncaught error ends it is as in Azure.
 * Started with the app's folder and a port; its environment is the app's settings. Tells its parent `ready` or why not.
 */
async function main(): Promise<void> {
  const [appFolder = '', port = '0'] = process.argv.slice(2);
  const writeLog: WriteLog = (level, name, message) => {
    if (level !== 'debug' && level !== 'trace') process.stdout.write(`[${level}] ${name}: ${message}\n`);
  };
  const worker = new Worker(writeLog);
  await worker.load(appFolder);
  const host = JSON.parse(readFileSync(join(appFolder, 'host.json'), 'utf8')) as HostFile;
  const server = createHttpServer(worker, host.extensions?.http?.routePrefix ?? 'api');
  const storage = process.env['AzureWebJobsStorage'] ?? '';
  const workingSeconds = Number(process.env['QUEUE_WORKING_SECONDS'] ?? WORKING_SECONDS);
  const queues = startQueues(worker, storage, { ...queueSettings(host), workingSeconds }, writeLog);
  const timers = startTimers(worker, writeLog);
  const stop = () => {
    timers.stop();
    server.close();
    void queues.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('disconnect', stop);
  process.on('message', (message: { readonly fire?: string }) => {
    const { fire } = message;
    if (fire === undefined) return;
    timers.fire(fire).then(
      () => process.send?.({ fired: fire }),
      (error: unknown) => process.send?.({ fired: fire, error: String(error) }),
    );
  });
  server.once('error', (error) => {
    process.send?.({ failed: error.message });
    process.exit(1);
  });
  server.listen(Number(port), '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ ready: typeof address === 'object' ? address?.port : port });
  });
}

/** The platform hides a message that is being worked on for ten minutes at a time; here a dead host is noticed sooner. */
const WORKING_SECONDS = 15;

interface HostFile {
  readonly extensions?: {
    readonly http?: { readonly routePrefix?: string };
    readonly queues?: {
      readonly batchSize?: number;
      readonly newBatchThreshold?: number;
      readonly maxDequeueCount?: number;
      readonly visibilityTimeout?: string;
      readonly messageEncoding?: 'base64' | 'none';
    };
  };
}

function queueSettings({ extensions }: HostFile): Omit<QueueSettings, 'workingSeconds'> {
  const queues = extensions?.queues;
  const batchSize = queues?.batchSize ?? 16;
  const [hours = 0, minutes = 0, seconds = 0] = (queues?.visibilityTimeout ?? '00:00:00')
    .split(':')
    .map(Number);
  return {
    batchSize,
    newBatchThreshold: queues?.newBatchThreshold ?? Math.floor(batchSize / 2),
    maxDequeueCount: queues?.maxDequeueCount ?? 5,
    visibilityTimeoutSeconds: hours * 3600 + minutes * 60 + seconds,
    messageEncoding: queues?.messageEncoding ?? 'base64',
  };
}

try {
  await main();
} catch (error) {
  const message =
    error instanceof AppLoadError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? '')
        : String(error);
  process.send?.({ failed: message });
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
