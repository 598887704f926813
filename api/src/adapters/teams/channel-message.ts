import type { Card } from '../../app/ports/delivery-ledger.ts';

/**
 * A channel message of Microsoft Graph with the card attached. The attachment's content is the card as text.
 *
 * @param attachmentId any id, the same in the body and the attachment
 */
export function channelMessage(card: Card, attachmentId: string): Readonly<Record<string, unknown>> {
  return {
    body: { contentType: 'html', content: `<attachment id="${attachmentId}"></attachment>` },
    attachments: [
      {
        id: attachmentId,
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: JSON.stringify(card),
        name: null,
        thumbnailUrl: null,
      },
    ],
  };
}
