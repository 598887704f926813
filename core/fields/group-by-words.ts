import { foldWords } from './fold-words.ts';

/**
 * Groups by a name as people write it: trimmed, spaces collapsed, case folded. Each group is called by the spelling that
 * comes first in code-point order. METHOD.md section 1.
 */
export function groupByWords<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = Map.groupBy(items, (item) => foldWords(nameOf(item)));
  return new Map(
    [...groups.values()].map((members) => {
      const names = members.map(nameOf);
      return [names.reduce((first, name) => (name < first ? name : first)), members] as const;
    }),
  );
}
