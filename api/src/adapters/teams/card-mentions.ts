import {
  MentionedEntity,
  TeamsCardProperties,
  TextBlock,
  Mention as CardMention,
} from '@microsoft/teams.cards';
import type { Mention } from '../../app/ports/digest-cards.ts';
import { harmlessText } from './harmless-text.ts';

const LONGEST_NAME = 80;
/** A mention stands in a text block, which knows markdown and tags: what means anything there is left out of a name. */
const MEANINGFUL = /[^\p{L}\p{N} .,'’-]+/gu;

/** A line that mentions people; Teams turns each tag into a mention by the entity of the same text. */
export function mentionLine(mentions: readonly Mention[]): TextBlock {
  return new TextBlock(mentions.map(tagOf).join(' '), { wrap: true, spacing: 'None' });
}

/** The entities behind {@link mentionLine}; nothing where nobody is mentioned. */
export function mentionEntities(mentions: readonly Mention[]): { msteams?: TeamsCardProperties } {
  if (mentions.length === 0) return {};
  const entities = mentions.map((mention) => {
    const mentioned = new MentionedEntity({ id: mention.userId, name: nameOf(mention) });
    return new CardMention({ text: tagOf(mention), mentioned });
  });
  return { msteams: new TeamsCardProperties({ entities }) };
}

function tagOf(mention: Mention): string {
  return `<at>${nameOf(mention)}</at>`;
}

function nameOf({ name }: Mention): string {
  return harmlessText(name.replaceAll(MEANINGFUL, ' '), LONGEST_NAME);
}
