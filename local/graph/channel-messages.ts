import { z } from 'zod';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { GraphRefusal, invalidRequest, notFound } from './graph-refusal.ts';

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
/** Teams takes about 28 KB for a message. */
const MOST_BYTES = 28 * 1024;

const messageSchema = z.strictObject({
  body: z.strictObject({ contentType: z.literal('html'), content: z.string() }),
  attachments: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        contentType: z.literal(CARD_TYPE),
        contentUrl: z.null(),
        content: z.string(),
        name: z.null(),
        thumbnailUrl: z.null(),
      }),
    )
    .length(1),
});

/**
 * POST /teams/{team}/channels/{channel}/messages: only on behalf of somebody who is a member and has consented; what is
 * posted has one card, named in its body.
 */
export function postMessage(call: GraphCall, teamId: string, channelId: string): GraphAnswer {
  const { identity, body, state } = call;
  if (identity.actor === 'app') {
    throw new GraphRefusal(
      403,
      'Forbidden',
      "API requires one of 'Teamwork.Migrate.All'. Application permissions are only for migration.",
    );
  }
  if (!identity.scopes.includes('ChannelMessage.Send')) {
    throw new GraphRefusal(
      403,
      'Forbidden',
      `Missing scope permissions on the request. API requires one of 'ChannelMessage.Send'. Scopes on the request '${identity.scopes.join(', ')}'`,
    );
  }
  const team = state.tenant.teams?.find(({ id }) => id === teamId.toLowerCase());
  if (!team) throw new GraphRefusal(404, 'NotFound', `No team found with Group Id ${teamId}`);
  const channel = team.channels.find(({ id }) => id === channelId);
  if (!channel) throw notFound('channel');
  if (!team.memberIds.includes(identity.id)) throw new GraphRefusal(403, 'Forbidden', 'Forbidden');
  if (Buffer.byteLength(JSON.stringify(body)) > MOST_BYTES) {
    throw new GraphRefusal(413, 'RequestEntityTooLarge', 'Message size is too large.');
  }
  const parsed = messageSchema.safeParse(body);
  if (!parsed.success) throw invalidRequest(parsed.error.message);
  const [attachment] = parsed.data.attachments;
  if (attachment === undefined || !parsed.data.body.content.includes(`<attachment id="${attachment.id}">`)) {
    throw invalidRequest('The attachment is not named in the body.');
  }
  const card = cardOf(attachment.content);
  const now = new Date();
  const id = String(now.getTime() + state.messages.length);
  const postedAt = now.toISOString();
  const from = { id: identity.id, name: identity.name };
  state.messages.push({ id, channelName: channel.displayName, postedAt, from, card });
  const place = `${encodeURIComponent(channelId)}/${id}?groupId=${teamId}&tenantId=${state.tenant.tenantId}&createdTime=${id}&parentMessageId=${id}`;
  return {
    status: 201,
    body: {
      '@odata.context': `${call.root}/$metadata#teams('${teamId}')/channels('${encodeURIComponent(channelId)}')/messages/$entity`,
      id,
      replyToId: null,
      etag: id,
      messageType: 'message',
      createdDateTime: postedAt,
      lastModifiedDateTime: postedAt,
      lastEditedDateTime: null,
      deletedDateTime: null,
      subject: null,
      summary: null,
      chatId: null,
      importance: 'normal',
      locale: 'en-us',
      webUrl: `https://teams.microsoft.com/l/message/${place}`,
      policyViolation: null,
      eventDetail: null,
      from: {
        application: null,
        device: null,
        user: { id: from.id, displayName: from.name, userIdentityType: 'aadUser' },
      },
      body: parsed.data.body,
      channelIdentity: { teamId, channelId },
      attachments: parsed.data.attachments,
      mentions: [],
      reactions: [],
    },
  };
}

function cardOf(content: string): Readonly<Record<string, unknown>> {
  const refusal = invalidRequest('The card of the attachment can not be read.');
  try {
    const card: unknown = JSON.parse(content);
    if (typeof card !== 'object' || card === null || !('type' in card) || card.type !== 'AdaptiveCard')
      throw refusal;
    return { ...card };
  } catch {
    throw refusal;
  }
}
