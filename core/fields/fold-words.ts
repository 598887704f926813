/** Zero-width space and joiners that SharePoint's editor leaves behind: no reader sees them. */
const INVISIBLE = /\u200b|\u200c|\u200d|\u2060|\ufeff/gu;

/** Text as a reader sees it: invisible characters dropped, trimmed, inner spaces collapsed, "å" in one way only (NFC), no half characters. */
export function tidyText(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim().normalize('NFC');
}

/**
 * The form in which names, statuses and ids are compared: trimmed, inner spaces collapsed, case folded.
 * METHOD.md section 1.
 */
export function foldWords(text: string): string {
  // Down, up and down again folds what lower case alone leaves apart ("ß" and "SS"), the same in every language.
  return tidyText(text).toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
}

/** Whether words mean the same as these, as {@link foldWords} has it. */
export function sameWords(words: string): (other: string) => boolean {
  const folded = foldWords(words);
  return (other) => foldWords(other) === folded;
}

/** A map from words to values, looked up by {@link foldWords}. */
export function foldedMap<T>(words: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(words).map(([word, value]) => [foldWords(word), value]));
}
