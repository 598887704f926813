import { AdaptiveCard, OpenUrlAction, RichTextBlock, TextBlock, TextRun } from '@microsoft/teams.cards';
import type { Language } from '#core/contracts/digest.ts';
import { harmlessText } from './harmless-text.ts';

interface ConnectionTexts {
  readonly title: string;
  readonly test: string;
  readonly connected: string;
  readonly open: string;
}

const TEXTS: Readonly<Record<Language, ConnectionTexts>> = {
  sv: {
    title: 'Kanalen är ansluten',
    test: 'Test. Ingen behöver göra något.',
    connected: '{channel} kan nu få kort om kommunens digitaliseringsindex.',
    open: 'Öppna indexet',
  },
  en: {
    title: 'The channel is connected',
    test: 'Test. Nobody needs to do anything.',
    connected: '{channel} can now get cards about the municipality’s digitalisation index.',
    open: 'Open the index',
  },
};
const LONGEST_NAME = 120;

/** The marked test that tries a channel's address when it is saved. */
export function connectionCard(targetName: string, language: Language, link: string): AdaptiveCard {
  const texts = TEXTS[language];
  const connected = texts.connected.replace('{channel}', () => harmlessText(targetName, LONGEST_NAME));
  return new AdaptiveCard(
    new RichTextBlock().withInlines(new TextRun(texts.test, { weight: 'Bolder', color: 'Warning' })),
    new TextBlock(texts.title, { style: 'heading', weight: 'Bolder', size: 'Medium', wrap: true }),
    new RichTextBlock().withSpacing('Small').withInlines(new TextRun(connected)),
  )
    .withVersion('1.5')
    .withLang(language)
    .withOptions({
      $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
      fallbackText: `${texts.title}. ${texts.test}`,
      actions: [new OpenUrlAction(link, { title: texts.open })],
    });
}
