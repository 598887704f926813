import { setTimeout as sleep } from 'node:timers/promises';
import { QueueServiceClient, type DequeuedMessageItem, type QueueClient } from '@azure/storage-queue';
import type { RegisteredFunction, TypedData } from './worker-types.ts';
import type { WriteLog, Worker } from './worker.ts';

/** What host.json says of queues; the platform's own defaults where it says nothing. */
export interface QueueSettings {
  readonly batchSize: number;
  /** The next batch is fetched as soon as no more messages than this are being worked on. */
  readonly newBatchThreshold: number;
  readonly maxDequeueCount: number;
  readonly visibilityTimeoutSeconds: number;
  /** How long a message is hidden at a time while it is worked on: so soon a dead host is noticed. */
  readonly workingSeconds: number;
  readonly messageEncoding: 'base64' | 'none';
}

const POLL_MS = { shortest: 50, longest: 400 };

/** Polls the queues of all queue functions until stopped. Each message is handed out at most `maxDequeueCount` times. */
export function startQueues(
  worker: Worker,
  connectionString: string,
  settings: QueueSettings,
  writeLog: WriteLog,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const service = QueueServiceClient.fromConnectionString(connectionString);
  const loops = worker.functions.flatMap((fn) => {
    const found = Object.entries(fn.metadata.bindings).find(([, { type }]) => type === 'queueTrigger');
    if (!found) return [];
    const [bindingName, binding] = found;
    const trigger = { fn, bindingName, queueName: String(binding['queueName']) };
    return [pollQueue(worker, service, trigger, settings, writeLog, stopping.signal)];
  });
  return {
    stop: async () => {
      stopping.abort();
      await Promise.allSettled(loops);
    },
  };
}

interface Trigger {
  readonly fn: RegisteredFunction;
  readonly bindingName: string;
  readonly queueName: string;
}

async function pollQueue(
  worker: Worker,
  service: QueueServiceClient,
  trigger: Trigger,
  settings: QueueSettings,
  writeLog: WriteLog,
  signal: AbortSignal,
): Promise<void> {
  const queue = service.getQueueClient(trigger.queueName);
  const poison = service.getQueueClient(`${trigger.queueName}-poison`);
  const working = new Set<Promise<void>>();
  const begin = (message: DequeuedMessageItem) => {
    const one: Promise<void> = work(worker, queue, poison, trigger, message, settings, writeLog)
      .catch((error: unknown) => warn(error))
      .finally(() => working.delete(one));
    working.add(one);
  };
  const warn = (error: unknown) => {
    const reason = error instanceof Error ? error.message : '';
    writeLog('warning', trigger.queueName, `the queue can't be read: ${reason}`);
  };
  let waitMs = POLL_MS.shortest;
  while (!signal.aborted) {
    if (working.size > settings.newBatchThreshold) {
      await Promise.race(working);
      continue;
    }
    try {
      await queue.createIfNotExists();
      const { receivedMessageItems: messages } = await queue.receiveMessages({
        numberOfMessages: settings.batchSize,
        visibilityTimeout: settings.workingSeconds,
      });
      for (const message of messages) begin(message);
      waitMs = messages.length > 0 ? POLL_MS.shortest : Math.min(POLL_MS.longest, waitMs * 2);
      if (messages.length > 0) continue;
    } catch (error) {
      waitMs = POLL_MS.longest;
      warn(error);
    }
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
  }
  await Promise.all(working);
}

async function work(
  worker: Worker,
  queue: QueueClient,
  poison: QueueClient,
  { fn, bindingName }: Trigger,
  message: DequeuedMessageItem,
  settings: QueueSettings,
  writeLog: WriteLog,
): Promise<void> {
  let receipt = message.popReceipt;
  // Longer work than one visibility period keeps its message hidden.
  const keepHidden = setInterval(
    () => {
      queue
        .updateMessage(message.messageId, receipt, undefined, settings.workingSeconds)
        .then((updated) => (receipt = updated.popReceipt ?? receipt))
        .catch(() => undefined);
    },
    (settings.workingSeconds / 2) * 1000,
  );
  try {
    await worker.invoke(fn, {
      inputData: [{ name: bindingName, data: { string: textOf(message, settings) } }],
      triggerMetadata: metadataOf(message, settings),
    });
    await queue.deleteMessage(message.messageId, receipt);
  } catch (error) {
    writeLog(
      'error',
      fn.metadata.name,
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
    if (message.dequeueCount >= settings.maxDequeueCount) {
      await poison.createIfNotExists();
      await poison.sendMessage(message.messageText);
      await queue.deleteMessage(message.messageId, receipt);
    } else {
      await queue.updateMessage(message.messageId, receipt, undefined, settings.visibilityTimeoutSeconds);
    }
  } finally {
    clearInterval(keepHidden);
  }
}

function textOf({ messageText }: DequeuedMessageItem, { messageEncoding }: QueueSettings): string {
  return messageEncoding === 'base64' ? Buffer.from(messageText, 'base64').toString('utf8') : messageText;
}

/** Metadata as the platform gives it; a JSON message's own members hide metadata of the same name. */
function metadataOf(message: DequeuedMessageItem, settings: QueueSettings): Record<string, TypedData> {
  const own: Record<string, TypedData> = {
    QueueTrigger: { string: textOf(message, settings) },
    DequeueCount: { string: String(message.dequeueCount) },
    Id: { string: message.messageId },
    InsertionTime: { json: JSON.stringify(message.insertedOn) },
    ExpirationTime: { json: JSON.stringify(message.expiresOn) },
    NextVisibleTime: { json: JSON.stringify(message.nextVisibleOn) },
    PopReceipt: { string: message.popReceipt },
  };
  try {
    const parsed: unknown = JSON.parse(textOf(message, settings));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      for (const [name, value] of Object.entries(parsed)) {
        for (const key of Object.keys(own))
          if (key.toLowerCase() === name.toLowerCase()) Reflect.deleteProperty(own, key);
        own[name] = { json: JSON.stringify(value) };
      }
    }
  } catch {
    // Not JSON: nothing to add.
  }
  return own;
}
