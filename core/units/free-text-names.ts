/** A unit's name is shorter; what people write is often longer. */
const LONGEST_NAME = 80;
const MOST_WORDS = 10;
const FEWEST_NAMES = 5;

/**
 * Whether names that rows give their units look like what people wrote instead: several, and a quarter of them long; or many,
 * and more than half as many as there are answers. A column mapped by mistake must not end as a table of comments.
 * METHOD.md section 2.
 *
 * @param names each once
 * @param answers how many answers gave them
 */
export function areFreeText(names: readonly string[], answers: number): boolean {
  if (names.length < FEWEST_NAMES) return names.some(isTooLong);
  const long = names.filter(isTooLong).length;
  return long * 4 >= names.length || (names.length >= 4 * FEWEST_NAMES && names.length * 2 > answers);
}

function isTooLong(name: string): boolean {
  return name.length > LONGEST_NAME || name.split(' ').length > MOST_WORDS;
}
