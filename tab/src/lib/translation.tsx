import { createContext, useContext } from 'react';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '#core/contracts/digest.ts';
import type { MessageKey, Messages } from '../texts/sv.ts';
import { localeOf } from './language.ts';

export type MessageValues = Readonly<Record<string, string | number>>;
export interface Translation {
  readonly language: Language;
  /** The text of a key, with values put in by ICU rules (plurals, selections). */
  readonly t: (key: MessageKey, values?: MessageValues) => string;
}

/** Makes the translator of one language. Messages with values are parsed once each. */
export function createTranslation(language: Language, messages: Messages): Translation {
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  return {
    language,
    t(key, values) {
      const message = messages[key];
      if (!message.includes('{')) return message;
      let format = parsed.get(key);
      if (format === undefined) {
        format = new IntlMessageFormat(message, localeOf(language));
        parsed.set(key, format);
      }
      return String(format.format(values));
    },
  };
}

export const TranslationContext = createContext<Translation | null>(null);

/** @throws Error outside the tab's frame, which is a mistake in the code */
export function useTranslation(): Translation {
  const translation = useContext(TranslationContext);
  if (translation === null) throw new Error('useTranslation() is used outside TranslationContext');
  return translation;
}
