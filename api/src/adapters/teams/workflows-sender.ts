import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { postAnswer } from '#core/digest/post-answer.ts';
import type { Card } from '../../app/ports/delivery-ledger.ts';
import type { ChannelSender, RefusedReason, SendOutcome } from '../../app/ports/channel-sender.ts';
import type { Clock } from '../../app/ports/clock.ts';
import { isPrivateAddress, publicLookup } from './public-lookup.ts';
import { retryAfterMs } from './retry-after.ts';
import { workflowsMessage } from './workflows-message.ts';

interface WorkflowsSenderOptions {
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** Hosts with their port that may lead inside: those that the operator lists one by one, a developer's machine. */
  readonly insideHosts: readonly string[];
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

/** No answer, and whether a byte of the message can have left. */
class NoAnswerError extends Error {
  readonly mayHaveBeenSent: boolean;

  constructor(mayHaveBeenSent: boolean, cause: unknown) {
    super('no answer', { cause });
    this.mayHaveBeenSent = mayHaveBeenSent;
  }
}

/**
 * Posts a card to a Power Automate Workflows webhook. Any 2xx means that the flow took it, not that it was posted.
 * What may have been taken without an answer is `uncertain`: only a person can decide to send it again. Redirects are
 * not followed: the address that was allowed is the address that is called.
 */
export class WorkflowsSender implements ChannelSender {
  readonly #options: WorkflowsSenderOptions;

  constructor(options: WorkflowsSenderOptions) {
    this.#options = options;
  }

  async post(address: string, card: Card): Promise<SendOutcome> {
    const url = new URL(address);
    const mayBeInside = this.#options.insideHosts.includes(url.host);
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (!mayBeInside && isIP(literal) !== 0 && isPrivateAddress(literal)) {
      return { kind: 'refused', status: null, reason: 'address' };
    }
    try {
      const lookup = mayBeInside ? undefined : publicLookup;
      const body = JSON.stringify(workflowsMessage(card));
      return this.#outcomeOf(await call(url, body, this.#options.timeoutMs, lookup));
    } catch (error) {
      if (!(error instanceof NoAnswerError)) throw error;
      if (codeOf(error.cause) === 'PRIVATE_ADDRESS')
        return { kind: 'refused', status: null, reason: 'address' };
      return error.mayHaveBeenSent
        ? { kind: 'uncertain', status: null }
        : { kind: 'try-again', status: null, retryClass: 'unreachable', waitMs: null };
    }
  }

  #outcomeOf({ status, retryAfter }: Answer): SendOutcome {
    const waitMs = retryAfterMs(retryAfter, this.#options.clock.now());
    const answer = postAnswer(status, waitMs);
    switch (answer) {
      case 'taken':
        return { kind: 'accepted', status };
      case 'throttled':
      case 'unavailable':
        return { kind: 'try-again', status, retryClass: answer, waitMs };
      case 'unclear':
        return { kind: 'uncertain', status };
      case 'refused':
        return { kind: 'refused', status, reason: reasonOf(status) };
    }
  }
}

function reasonOf(status: number): RefusedReason {
  if (status === 404 || status === 410) return 'gone';
  if (status === 401 || status === 403) return 'unauthorised';
  return status === 413 ? 'too-large' : 'refused';
}

/**
 * One POST on a connection of its own.
 *
 * @throws NoAnswerError where none came in time; nothing can have been sent before the secure connection stood
 */
function call(
  url: URL,
  body: string,
  timeoutMs: number,
  lookup: LookupFunction | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let isConnected = false;
    const sent = request(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
        },
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
        ...(lookup && { lookup }),
      },
      (response) => {
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
        // The status is the answer; what else comes, or breaks off, does not matter.
        response.on('error', () => undefined);
        response.destroy();
      },
    );
    sent.once('socket', (socket) => socket.once('secureConnect', () => (isConnected = true)));
    sent.on('error', (error) => reject(new NoAnswerError(isConnected, error)));
    sent.end(body);
  });
}

function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown } | null)?.code;
}
