import { addCounts, NO_ANSWERS, ORGANISATION, type UnitCounts, type UnitTree } from './unit-tree.ts';

/** For every unit the shown unit whose region its own answers are in: itself or the nearest above. */
export function headsOf({ nodes }: UnitTree, shown: ReadonlySet<string>): ReadonlyMap<string, string> {
  const heads = new Map<string, string>();
  if (shown.has(ORGANISATION)) heads.set(ORGANISATION, ORGANISATION);
  for (const { id, parentId } of nodes) {
    const head = shown.has(id) ? id : heads.get(parentId ?? ORGANISATION);
    if (head !== undefined) heads.set(id, head);
  }
  return heads;
}

/** What is left of each shown unit when its topmost shown descendants are taken away, by the shown unit. */
export function regionsOf(
  { nodes, withoutUnit }: UnitTree,
  headOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, UnitCounts> {
  const found = new Map<string, UnitCounts>();
  for (const { id, own } of [{ id: ORGANISATION, own: withoutUnit }, ...nodes]) {
    const head = headOf.get(id);
    if (head !== undefined) found.set(head, addCounts(found.get(head) ?? NO_ANSWERS, own));
  }
  return found;
}

/** The answers of parts of each region that hold one answer each, by the shown unit: whose they are, they know their own. */
export function loneAnswersOf(
  { nodes, withoutUnit }: UnitTree,
  headOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly UnitCounts[]> {
  const found = new Map<string, UnitCounts[]>();
  for (const { id, own } of [{ id: ORGANISATION, own: withoutUnit }, ...nodes]) {
    const head = headOf.get(id);
    if (head !== undefined && own.n === 1) found.set(head, [...(found.get(head) ?? []), own]);
  }
  return found;
}
