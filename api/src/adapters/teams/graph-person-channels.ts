import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { PostConsent } from '#core/contracts/channel-targets.ts';
import { ProblemError } from '../../app/errors.ts';
import type { ChannelSender, SendOutcome } from '../../app/ports/channel-sender.ts';
import type { Card } from '../../app/ports/delivery-ledger.ts';
import type { OnBehalfOf } from '../../app/ports/on-behalf-of.ts';
import type { PersonChannels } from '../../app/ports/person-channels.ts';
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

  senderFor(tenantId: string, userToken: string): ChannelSender {
    return { post: (address, card) => this.#post(tenantId, userToken, address, card) };
  }

  async missingConsent(tenantId: string, userToken: string): Promise<PostConsent | null> {
    try {
      await this.#options.tokens.graphToken(tenantId, userToken);
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

  async #post(tenantId: string, userToken: string, address: string, card: Card): Promise<SendOutcome> {
    let token: string;
    try {
      token = await this.#options.tokens.graphToken(tenantId, userToken);
    } catch (error) {
      if (error instanceof ProblemError) return this.#withoutToken(error);
      throw error;
    }
    const message = channelMessage(card, randomUUID());
    const posted = await postOnce(this.#options, token, `${address}/messages`, message, REASONS);
    if (posted.kind !== 'taken') return posted;
    const { data } = messageSchema.safeParse(posted.body);
    return { kind: 'posted', status: posted.status, messageUrl: data?.webUrl ?? null };
  }

  #withoutToken({ code }: ProblemError): SendOutcome {
    const refused = { kind: 'refused', status: null } as const;
    if (code === 'consent-missing') {
      return { ...refused, reason: 'consent', values: { appId: this.#options.clientId } };
    }
    if (code === 'token-expired') return { ...refused, reason: 'signed-out' };
    return { kind: 'try-again', status: null, retryClass: 'unavailable', waitMs: null };
  }
}
