import type { Language } from '#core/contracts/digest.ts';
import type { Mention } from '../../app/ports/digest-cards.ts';

/** How much of the content there is room for. */
export interface CardRoom {
  readonly attentionLines: number;
  readonly hasChart: boolean;
  readonly hasDetails: boolean;
  readonly nameLength: number;
  /** Topics to discuss, and lines of each. */
  readonly topics: number;
}

export const FULL_ROOM: CardRoom = {
  attentionLines: 3,
  hasChart: true,
  hasDetails: true,
  nameLength: 200,
  topics: 5,
};
export const LITTLE_ROOM: CardRoom = {
  attentionLines: 1,
  hasChart: false,
  hasDetails: false,
  nameLength: 60,
  topics: 2,
};

/** How a card is written, whatever it says. */
export interface CardSetting {
  readonly language: Language;
  /** Opens the page that the digest is about. */
  readonly link: string;
  readonly room: CardRoom;
  readonly isTest: boolean;
  readonly mentions: readonly Mention[];
}
