import { AdaptiveCard, OpenUrlAction, RichTextBlock, TextBlock, TextRun } from '@microsoft/teams.cards';
import type { Language } from '#core/contracts/digest.ts';
import type { ProblemCode } from '#core/contracts/problem.ts';
import type { NoticeContent } from '../../app/ports/digest-cards.ts';
import { harmlessText } from './harmless-text.ts';

interface NoticeTexts {
  readonly title: string;
  readonly failed: string;
  readonly uncertain: string;
  readonly doWhat: string;
  readonly open: string;
  readonly reasons: Readonly<Partial<Record<ProblemCode, string>>>;
}

const TEXTS: Readonly<Record<Language, NoticeTexts>> = {
  sv: {
    title: 'Kort kommer inte fram',
    failed: 'Ett kort till kanalen {channel} kunde inte skickas.',
    uncertain: 'Det är oklart om ett kort till kanalen {channel} kom fram.',
    doWhat: 'En administratör av indexet kan läsa kvittot, rätta felet och skicka kortet igen.',
    open: 'Öppna kvittona',
    reasons: {
      'target-gone': 'Kanalens arbetsflöde finns inte längre.',
      'target-unauthorised': 'Adressen till kanalens arbetsflöde gäller inte längre.',
      'target-refused': 'Kanalens arbetsflöde tog inte emot kortet.',
      'target-throttled': 'Kanalens arbetsflöde bad oss vänta för länge.',
      'target-unavailable': 'Kanalens arbetsflöde svarar inte.',
      'card-too-large': 'Kortet är för stort för Teams.',
      'address-not-allowed': 'Kanalens adress är inte tillåten.',
      'not-computed': 'Året är inte beräknat.',
    },
  },
  en: {
    title: 'Cards do not arrive',
    failed: 'A card to the channel {channel} could not be sent.',
    uncertain: 'It is not certain that a card to the channel {channel} arrived.',
    doWhat: 'An administrator of the index can read the receipt, mend what is wrong and send the card again.',
    open: 'Open the receipts',
    reasons: {
      'target-gone': 'The channel’s workflow no longer exists.',
      'target-unauthorised': 'The address of the channel’s workflow is no longer valid.',
      'target-refused': 'The channel’s workflow did not take the card.',
      'target-throttled': 'The channel’s workflow asked us to wait for too long.',
      'target-unavailable': 'The channel’s workflow does not answer.',
      'card-too-large': 'The card is too large for Teams.',
      'address-not-allowed': 'The channel’s address is not allowed.',
      'not-computed': 'The year has not been computed.',
    },
  },
};
const LONGEST_NAME = 120;

/** Tells in one channel that another channel's cards don't arrive, and what can be done. */
export function noticeCard(
  { targetName, state, problem }: NoticeContent,
  language: Language,
  link: string,
): AdaptiveCard {
  const texts = TEXTS[language];
  const said = (state === 'uncertain' ? texts.uncertain : texts.failed).replace('{channel}', () =>
    harmlessText(targetName, LONGEST_NAME),
  );
  const lines = [said, texts.reasons[problem.code], texts.doWhat].filter((text) => text !== undefined);
  return new AdaptiveCard(
    new TextBlock(texts.title, { style: 'heading', weight: 'Bolder', size: 'Medium', wrap: true }),
    ...lines.map((text) => new RichTextBlock().withSpacing('Small').withInlines(new TextRun(text))),
  )
    .withVersion('1.5')
    .withLang(language)
    .withOptions({
      $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
      fallbackText: said,
      actions: [new OpenUrlAction(link, { title: texts.open })],
    });
}
