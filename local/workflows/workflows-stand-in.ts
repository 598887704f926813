import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { listen, type Listening } from '../listen.ts';
import { checkMessage, MOST_BYTES } from './card-check.ts';

/** A card that a flow took, as the channel shows it. */
export interface ReceivedCard {
  readonly id: string;
  readonly channelName: string;
  readonly postedAt: string;
  readonly card: Readonly<Record<string, unknown>>;
}

/** What the next call is to meet instead of the usual answer. */
export interface ProvokedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer waits for this. */
  readonly holdUntil?: Promise<unknown>;
  /** Close the connection: before the message is taken, or after. */
  readonly drop?: 'before' | 'after';
  /** Answer as told, but post the card all the same. */
  readonly posts?: boolean;
}

export interface WorkflowsStandIn extends Listening {
  /** The webhook address of a channel's flow; the `sig` in it is the credential. */
  addressOf(channelId: string): string;
  readonly received: readonly ReceivedCard[];
  /** Calls of any outcome, newest last: their answer's status, null where the connection was dropped. */
  readonly answered: readonly (number | null)[];
  /** The next calls meet these, one each. */
  provoke(...answers: readonly ProvokedAnswer[]): void;
  reset(): void;
}

/** Channels that have a flow in the sample tenant. */
const CHANNELS: Readonly<Record<string, string>> = {
  digitalisering: 'Digitalisering',
  ledning: 'Ledningsgruppen',
};
const SIGNATURE = 'lokal-signatur-utan-varde';
const ONE_SECOND_MS = 1000;

/**
 * Plays Power Automate's Workflows webhook: answers 202 and posts the card, refuses what Teams would refuse, takes one
 * message per second and channel.
 */
export async function startWorkflows(
  port: number,
  certificate: { readonly key: string; readonly cert: string },
): Promise<WorkflowsStandIn> {
  const received: ReceivedCard[] = [];
  const answered: (number | null)[] = [];
  const provoked: ProvokedAnswer[] = [];
  const lastPostMs = new Map<string, number>();

  const post = (channelId: string, card: Readonly<Record<string, unknown>>) => {
    lastPostMs.set(channelId, Date.now());
    const channelName = CHANNELS[channelId] ?? channelId;
    received.push({ id: randomUUID(), channelName, postedAt: new Date().toISOString(), card });
  };
  const usualAnswer = (channelId: string, signature: string | null, body: string): Answer => {
    if (!(channelId in CHANNELS)) return { status: 404, reason: 'WorkflowNotFound' };
    if (signature !== SIGNATURE) return { status: 401, reason: 'AuthorizationFailed' };
    if (Buffer.byteLength(body) > MOST_BYTES) return { status: 413, reason: 'RequestEntityTooLarge' };
    const checked = checkMessage(parsed(body));
    if (checked.kind === 'refused') return { status: 400, reason: checked.reason };
    const sinceMs = Date.now() - (lastPostMs.get(channelId) ?? 0);
    if (sinceMs < ONE_SECOND_MS)
      return { status: 429, reason: 'TooManyRequests', headers: { 'retry-after': '1' } };
    return { status: 202, card: checked.card };
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', listening.url);
    const channelId = /^\/workflows\/([^/]+)\/triggers\/manual\/paths\/invoke$/.exec(url.pathname)?.[1] ?? '';
    const body = await textOf(request);
    const told = provoked.shift();
    const usual = usualAnswer(channelId, url.searchParams.get('sig'), body);
    if (told?.drop === 'before') {
      answered.push(null);
      request.socket.destroy();
      return;
    }
    if (usual.card && (told === undefined || told.drop === 'after' || told.posts === true))
      post(channelId, usual.card);
    await told?.holdUntil;
    if (told?.drop === 'after') {
      answered.push(null);
      request.socket.destroy();
      return;
    }
    const status = told?.status ?? usual.status;
    answered.push(status);
    response.writeHead(status, { 'content-type': 'application/json', ...(told?.headers ?? usual.headers) });
    response.end(
      status >= 400 ? JSON.stringify({ error: { code: String(status), message: usual.reason ?? '' } }) : '',
    );
  };
  const server = createServer({ key: certificate.key, cert: certificate.cert }, (request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  const listening = await listen(server, port, 'https');
  return {
    ...listening,
    addressOf: (channelId) =>
      `${listening.url}/workflows/${channelId}/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${SIGNATURE}`,
    received,
    answered,
    provoke: (...answers) => void provoked.push(...answers),
    reset: () => {
      received.length = 0;
      answered.length = 0;
      provoked.length = 0;
      lastPostMs.clear();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly reason?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly card?: Readonly<Record<string, unknown>>;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
