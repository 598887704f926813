import type { Language } from '#core/contracts/digest.ts';
import type { DigestContent } from '#core/digest/digest-content.ts';
import type { DigestSubject } from '#core/digest/digest-subject.ts';
import type { SubjectDigest } from '#core/digest/subject-digest.ts';
import { ProblemError } from '../../app/errors.ts';
import type { Card } from '../../app/ports/delivery-ledger.ts';
import type { CardOptions, DigestCards, DigestPlace, NoticeContent } from '../../app/ports/digest-cards.ts';
import { CARD_TEXTS } from './card-texts.ts';
import { connectionCard } from './connection-card.ts';
import { FULL_ROOM, LITTLE_ROOM } from './card-setting.ts';
import { digestCard } from './digest-card.ts';
import { subjectCard } from './subject-card.ts';
import { noticeCard } from './notice-card.ts';
import { channelMessage } from './channel-message.ts';
import { workflowsMessage } from './workflows-message.ts';

/** Teams takes about 28 KB, the message around the card included. */
const LARGEST_MESSAGE_BYTES = 27 * 1024;

/** As long as the id that the attachment gets when it is posted. */
const LONGEST_ID = '00000000-0000-0000-0000-000000000000';

/** The page of the tab that each digest is about. */
const PAGES: Readonly<Record<DigestSubject['kind'], string>> = {
  index: 'overview',
  object: 'delivery',
  unit: 'preconditions',
  'data-quality': 'method',
  trends: 'trends',
};

export interface LinkOptions {
  readonly linkBase: string;
  readonly appId: string;
}

/** The page, year and vintage, and the object or unit that the card is about, as the tab reads them. */
function routeOf({ kind, year }: DigestContent | SubjectDigest, place: DigestPlace | undefined): string {
  const parameters = new URLSearchParams({ year: String(year) });
  if (place && place.vintage !== null) parameters.set('vintage', place.vintage);
  if (place?.subject.kind === 'object') parameters.set('object', place.subject.name);
  if (place?.subject.kind === 'unit') parameters.set('unit', place.subject.unitId);
  return `${PAGES[kind]}?${parameters.toString()}`;
}

/** Writes digests as Adaptive Cards for Teams, with a link into the tab at the page they are about. */
export class TeamsDigestCards implements DigestCards {
  readonly #links: LinkOptions;

  constructor(links: LinkOptions) {
    this.#links = links;
  }

  write(
    content: DigestContent | SubjectDigest,
    language: Language,
    { place, isTest = false, mentions = [] }: CardOptions = {},
  ): Card {
    const link = this.#linkTo(routeOf(content, place), `${CARD_TEXTS[language].title} ${content.year}`);
    for (const room of [FULL_ROOM, LITTLE_ROOM]) {
      const setting = { language, link, room, isTest, mentions };
      const written = content.kind === 'index' ? digestCard(content, setting) : subjectCard(content, setting);
      const card = JSON.parse(JSON.stringify(written)) as Card;
      // The card stands in a Graph message as text in text, which is longer; it must fit either way.
      const messages = [workflowsMessage(card), channelMessage(card, LONGEST_ID)];
      const bytes = messages.map((message) => Buffer.byteLength(JSON.stringify(message)));
      if (Math.max(...bytes) <= LARGEST_MESSAGE_BYTES) return card;
    }
    throw new ProblemError('card-too-large');
  }

  writeConnection(targetName: string, language: Language): Card {
    const link = this.#linkTo('overview', CARD_TEXTS[language].title);
    return JSON.parse(JSON.stringify(connectionCard(targetName, language, link))) as Card;
  }

  writeNotice(notice: NoticeContent, language: Language): Card {
    const link = this.#linkTo('settings/channels', CARD_TEXTS[language].title);
    return JSON.parse(JSON.stringify(noticeCard(notice, language, link))) as Card;
  }

  #linkTo(route: string, label: string): string {
    const { linkBase, appId } = this.#links;
    const context = JSON.stringify({ subEntityId: route });
    // Teams reads %20 in a link's values, not the plus sign of forms.
    const query = Object.entries({ label, context }).map(
      ([key, value]) => `${key}=${encodeURIComponent(value)}`,
    );
    return `${linkBase.replace(/\/$/, '')}/${appId}/index?${query.join('&')}`;
  }
}
