/**
 * Orders texts by code point. `<` orders by UTF-16 unit, which puts emoji before some rarer letters, and
 * `localeCompare` depends on the machine.
 */
export function compareCodePoints(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index += 1) {
    // At the first difference both stand at the beginning of a character, or in the second half of one that began alike.
    if (a.charCodeAt(index) !== b.charCodeAt(index)) {
      return (a.codePointAt(index) ?? 0) - (b.codePointAt(index) ?? 0);
    }
  }
  return a.length - b.length;
}
