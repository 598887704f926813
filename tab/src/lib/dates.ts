import type { Language } from '#core/contracts/digest.ts';
import { localeOf } from './language.ts';

/** Times are the municipality's, wherever the reader's device is. */
const TIME_ZONE = 'Europe/Stockholm';

/** "8 november 2025 kl. 06:00", "8 November 2025 at 06:00". A text that is no date is given back as it is. */
export function dateAndTime(iso: string, language: Language): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: TIME_ZONE,
  }).format(date);
}

/** "2025-11-08 06:00" in Swedish, "08/11/2025, 06:00" in English: for tables. */
export function shortDateAndTime(iso: string, language: Language): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: TIME_ZONE,
  }).format(date);
}

/** "4 maj 2025", "4 May 2025", of an ISO date. A text that is no date is given back as it is. */
export function dateOnly(iso: string, language: Language): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: TIME_ZONE }).format(date);
}
