/**
 * What somebody typed as plain words for a search in SharePoint. Its language (KQL) has property restrictions
 * (`path:`), operators in capitals, wildcards, quotes and brackets, and the address has its own signs: none of them is
 * left. Case does not matter to a search.
 *
 * @returns words with one space between, `*` (everything) where none is left
 */
export function searchWords(typed: string): string {
  const words = typed
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}-]+/gu, ' ')
    .split(' ')
    .map((word) => word.replaceAll(/^-+|-+$/g, ''))
    .filter((word) => word !== '');
  return words.length === 0 ? '*' : words.join(' ');
}
