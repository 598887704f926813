import type { Language } from '#core/contracts/digest.ts';
import type { Messages } from './sv.ts';

/** Loads the texts of one language: nobody waits for the other's. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'sv' ? (await import('./sv.ts')).sv : (await import('./en.ts')).en;
}
