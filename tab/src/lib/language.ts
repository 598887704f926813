import type { Language } from '#core/contracts/digest.ts';

/** Swedish for every Swedish locale ("sv", "sv-SE", "sv-FI"), English for all others. */
export function languageOf(locale: string | null | undefined): Language {
  return locale?.toLowerCase().startsWith('sv') === true ? 'sv' : 'en';
}

/** The locale that dates and lists are written in. English dates are British, as the product's English is. */
export function localeOf(language: Language): string {
  return language === 'sv' ? 'sv-SE' : 'en-GB';
}
