/** Control characters, line ends, and marks that turn the direction of text or hide in it. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/**
 * Text that somebody typed into a list or a setting, made harmless for a card: nothing unseen, one line, a limited
 * length. For a text run, which shows what it is given and knows no markdown.
 *
 * @param longest in characters, at least 1
 */
export function harmlessText(text: string, longest: number): string {
  const tidy = text.replaceAll(UNSEEN, ' ').replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(tidy);
  return characters.length <= longest ? tidy : `${characters.slice(0, longest - 1).join('')}…`;
}
