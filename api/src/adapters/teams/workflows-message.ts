import type { Card } from '../../app/ports/delivery-ledger.ts';

/** The body that a Workflows webhook takes: a message with the card attached; a bare card fails. */
export function workflowsMessage(card: Card): Readonly<Record<string, unknown>> {
  return {
    type: 'message',
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card },
    ],
  };
}
