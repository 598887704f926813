import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { PostConsent } from '#core/contracts/channel-targets.ts';
import { ProblemError } from '../../app/errors.ts';
import type { ChannelSender, NotReady, SendOutcome } from '../../app/ports/channel-sender.ts';
import type { Card } from '../../app/ports/delivery-ledger.ts';
import type { OnBehalfOf } from '../../app/ports/on-behalf-of.ts';
import type { PersonChannels } from '../../app/ports/person-channels.ts';
import { inTime, TooLateError } from './in-time.ts';
import { channelMessage } from './channel-message.ts';
import { postOnce, type GraphPostOptions } from './graph-post-once.ts';

export const POST_PERMISSION = 'ChannelMessage.Send';

export interface PersonChannelsOptions extends GraphPostOptions {
  /** Gives tokens for {@link POST_PERMISSION}. */
  readonly tokens: OnBehalfOf;
  /** The API's app registration, for the command that approves the permission. */
  readonly clientId: string;
}

const messageSchema = z.object({ webUrl: z.url({ protocol: /^https$/ }).nullish() });
const REASONS = { 401: 'signed-out', 403: 'forbidden', 404: 'no-channel' } as const;

/** Posts channel messages through Microsoft Graph on behalf of somebody; Graph lets no app post by itself. */
export class GraphPersonChannels implements PersonChannels {
  readonly #options: PersonChannelsOptions;

  constructor(options: PersonChannelsOptions) {
    this.#options = options;
  }

  async senderFor(tenantId: string, userToken: string): Promise<ChannelSender | NotReady> {
    try {
      const token = await this.#token(tenantId, userToken);
      return { post: (address, card) => this.#post(token, address, card) };
    } catch (error) {
      return this.#withoutToken(error);
    }
  }

  async missingConsent(tenantId: string, userToken: string): Promise<PostConsent | null> {
    try {
      await this.#token(tenantId, userToken);
      return null;
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'consent-missing') throw error;
      const { clientId } = this.#options;
      return {
        permission: POST_PERMISSION,
        command: `az ad app permission admin-consent --id ${clientId}`,
        adminUrl: `https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnAPI/appId/${clientId}`,
      };
    }
  }

  async #token(tenantId: string, userToken: string): Promise<string> {
    const { tokens, timeoutMs } = this.#options;
    try {
      return await inTime(tokens.graphToken(tenantId, userToken), timeoutMs);
    } catch (error) {
      if (error instanceof TooLateError) throw new ProblemError('sign-in-unavailable', {}, { cause: error });
      throw error;
    }
  }

  async #post(token: string, address: string, card: Card): Promise<SendOutcome> {
    const message = channelMessage(card, randomUUID());
    const posted = await postOnce(this.#options, token, `${address}/messages`, message, REASONS);
    if (posted.kind !== 'taken') return posted;
    const { data } = messageSchema.safeParse(posted.body);
    return { kind: 'posted', status: posted.status, messageUrl: data?.webUrl ?? null };
  }

  #withoutToken(error: unknown): NotReady {
    const code = error instanceof ProblemError ? error.code : null;
    const refused = { kind: 'refused', status: null } as const;
    if (code === 'consent-missing') {
      return { ...refused, reason: 'consent', values: { appId: this.#options.clientId } };
    }
    if (code === 'token-expired') return { ...refused, reason: 'signed-out' };
    return { kind: 'try-again', status: null, retryClass: 'unavailable', waitMs: null };
  }
}
