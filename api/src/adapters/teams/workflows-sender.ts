import type { Card } from '../../app/ports/delivery-ledger.ts';
import type { ChannelSender, SendOutcome } from '../../app/ports/channel-sender.ts';
import type { Clock } from '../../app/ports/clock.ts';
import { workflowsMessage } from './workflows-message.ts';

/** Failures before a byte was sent: trying again can't post twice. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_HAS_EXPIRED',
]);

/**
 * Posts a card to a Power Automate Workflows webhook. Any 2xx means that the flow took it, not that it was posted.
 * What may have been taken without an answer is `uncertain`: only a person can decide to send it again.
 */
export class WorkflowsSender implements ChannelSender {
  readonly #clock: Clock;
  readonly #timeoutMs: number;

  constructor(clock: Clock, timeoutMs: number) {
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
  }

  async post(address: string, card: Card): Promise<SendOutcome> {
    let response: Response;
    try {
      response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(workflowsMessage(card)),
        // Not followed: the address that was allowed is the address that is called.
        redirect: 'manual',
        signal: AbortSignal.timeout(this.#timeoutMs),
      });
    } catch (error) {
      const kind = NOT_SENT.has(codeOf(error)) ? 'try-again' : 'uncertain';
      return kind === 'try-again' ? { kind, status: null, waitMs: null } : { kind, status: null };
    }
    const outcome = this.#outcomeOf(response);
    // The status is the answer; what else comes, or breaks off, does not matter.
    await response.body?.cancel().catch(() => undefined);
    return outcome;
  }

  #outcomeOf({ status, headers }: Response): SendOutcome {
    if (status >= 200 && status < 300) return { kind: 'accepted', status };
    if (status === 429 || status === 503) {
      return { kind: 'try-again', status, waitMs: this.#waitMs(headers.get('retry-after')) };
    }
    // A gateway gave up on a flow that may be running.
    if (status === 502 || status === 504) return { kind: 'uncertain', status };
    if (status >= 500) return { kind: 'refused', status, reason: 'server-error' };
    if (status === 404 || status === 410) return { kind: 'refused', status, reason: 'gone' };
    return { kind: 'refused', status, reason: status === 413 ? 'too-large' : 'refused' };
  }

  #waitMs(header: string | null): number | null {
    if (header === null || header.trim() === '') return null;
    const seconds = Number(header);
    if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
    const at = Date.parse(header);
    return Number.isNaN(at) ? null : Math.max(0, at - this.#clock.now().getTime());
  }
}

function codeOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code = (cause as { readonly code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
