import type { Card } from '../../app/ports/delivery-ledger.ts';
import { harmlessText } from './harmless-text.ts';

/** As the Teams app's manifest declares it, with its one parameter. */
export const ACTIVITY_TYPE = 'digestPosted';
export const ACTIVITY_PARAMETER = 'subject';
/** Teams shows no more of a preview. */
const PREVIEW_LENGTH = 150;
const SUBJECT_LENGTH = 80;

/** A card as a line in somebody's activity feed: what it is about, its headline, and the link of its button. */
export function activityNotice(card: Card): Readonly<Record<string, unknown>> {
  const preview = typeof card['fallbackText'] === 'string' ? card['fallbackText'] : '';
  const [subject = ''] = preview.split(/[:.]/);
  const value = harmlessText(subject, SUBJECT_LENGTH);
  return {
    topic: { source: 'text', value, webUrl: linkOf(card) },
    activityType: ACTIVITY_TYPE,
    previewText: { content: harmlessText(preview, PREVIEW_LENGTH) },
    templateParameters: [{ name: ACTIVITY_PARAMETER, value }],
  };
}

function linkOf({ actions }: Card): string {
  const [action] = Array.isArray(actions) ? (actions as readonly { readonly url?: unknown }[]) : [];
  return typeof action?.url === 'string' ? action.url : '';
}
