/** Whether every word of a search stands in one of the texts, whatever its case. */
export function foundIn(search: string, texts: readonly string[]): boolean {
  const haystack = texts.join('\n').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => haystack.includes(word));
}
