import type { Language } from '#core/contracts/digest.ts';
import type { Messages } from './sv.ts';

type Known = Partial<Record<keyof Messages, string>>;

/** What has been loaded so far, one object for each language: it grows while those who hold it read on. */
const KNOWN: Readonly<Record<Language, Known>> = { sv: {}, en: {} };

/**
 * Loads what the first page needs of one language. Nobody waits for the other language, nor for the words of pages that
 * are not open; a page that needs more waits for {@link loadAllMessages} before it is shown.
 */
export async function loadStartMessages(language: Language): Promise<Messages> {
  const start =
    language === 'sv' ? (await import('./start-sv.ts')).startSv : (await import('./start-en.ts')).startEn;
  return Object.assign(KNOWN[language], start) as Messages;
}

/** Loads every text of one language, into the same object. */
export async function loadAllMessages(language: Language): Promise<Messages> {
  return Object.assign(
    KNOWN[language],
    language === 'sv' ? (await import('./sv.ts')).sv : (await import('./en.ts')).en,
  );
}
