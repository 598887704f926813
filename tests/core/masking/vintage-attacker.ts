import type { IndexResult } from '#core/result/result-schema.ts';
import {
  isolatedGroups,
  knowledgeFrom,
  rangeOf,
  type Group,
  type Knowledge,
  type Sighting,
} from './attacker.ts';

const numberOf = (group: Group) => group.recipe.reduce((sum, [{ n }, times]) => sum + times * n, 0);

/** The same group by what another result says of the same totals; undefined where one of them is not shown there. */
function sameIn(knowledge: Knowledge, group: Group): Group | undefined {
  const recipe = group.recipe.map(([{ id }, times]) => {
    const statement = knowledge.statements.find((other) => other.id === id) ?? emptyStatement(knowledge, id);
    return statement ? ([statement, times] as const) : undefined;
  });
  return recipe.includes(undefined) ? undefined : { ...group, recipe: recipe.map((part) => part!) };
}

/** A unit that is said to have no answers is as good as one with n = 0. */
function emptyStatement({ parents, answering }: Knowledge, id: string) {
  const isEmpty = parents.has(id) && !answering.has(id);
  return isEmpty
    ? { id, n: 0, sum: [0, 0] as const, bands: [0, 1, 2].map(() => [0, 0] as const) }
    : undefined;
}

/**
 * Attacks two results of a year together: the difference of one group then and now is the answers that changed; and what
 * a unit showed before may be taken from a group that hides it now, on the guess that it is as it was.
 */
export function attackTwo(current: IndexResult, earlier: IndexResult, k: number): readonly Sighting[] {
  const [now, then] = [knowledgeFrom(current), knowledgeFrom(earlier)];
  const sightings: Sighting[] = [];
  const see = (how: string, group: Group) => sightings.push({ how, group: group.parts.join('+') });
  const isShared = (id: string) =>
    then.statements.some((other) => other.id === id) || emptyStatement(then, id);
  const shared = now.statements.filter(({ id }) => isShared(id));
  const totals = shared.map((statement): Group => ({ parts: [statement.id], recipe: [[statement, 1]] }));
  for (const group of [...totals, ...isolatedGroups(now, shared)]) {
    const before = sameIn(then, group);
    if (!before) continue;
    const change = numberOf(group) - numberOf(before);
    const [low, high] = rangeOf(group, ({ sum }) => sum);
    const [lowBefore, highBefore] = rangeOf(before, ({ sum }) => sum);
    if (change === 0 && (low > highBefore || high < lowBefore)) see('an answer changed', group);
    if (change !== 0 && Math.abs(change) < k) see('few changed', group);
    const [least, most] =
      change > 0 ? [low - highBefore, high - lowBefore] : [lowBefore - high, highBefore - low];
    const size = Math.abs(change);
    if (size >= k && (least >= 5 * size - 1 || most <= size + 1))
      see('the changed answers are given away', group);
  }
  const before = isolatedGroups(then, then.statements);
  for (const group of isolatedGroups(now, now.statements)) {
    const inside = before.filter((part) => part.parts.every((id) => group.parts.includes(id))).slice(0, 10);
    for (let choice = 1; choice < 2 ** inside.length; choice += 1) {
      const taken = inside.filter((_, index) => (choice >> index) & 1);
      const left = numberOf(group) - taken.reduce((sum, part) => sum + numberOf(part), 0);
      const places = new Set(taken.flatMap(({ parts }) => parts));
      if (left > 0 && left < k && group.parts.some((id) => !places.has(id))) see('few left', group);
    }
  }
  return sightings;
}
