import { eliminate, type Equation } from './exact-elimination.ts';
import { BOUNDS_PER_ONE, type Bounds, type PublishedTable } from './published-table.ts';

/**
 * A group of answers whose total follows from published totals: the answers given on `parts` themselves, and the totals
 * that are added (+1) and taken away (−1) to get it.
 */
export interface DeterminedGroup {
  readonly parts: readonly string[];
  readonly totals: ReadonlyMap<string, bigint>;
}

/**
 * All groups whose total follows by linear algebra from the totals of `shown` units.
 *
 * Unknown are each unit's own answers and the totals of hidden units; the equations are that a unit's total is its own
 * answers and its children's totals. Hidden totals are eliminated. What remains says exactly as much as the system
 * said. If it is a list of groups that share no part, then any group whose total is a linear combination
 * of published totals is a union of listed ones, and none is smaller than the smallest listed. That they share no part
 * is checked, not presumed.
 *
 * @returns undefined if the system does not fall into separate groups, so that nothing is proved
 */
export function determinedGroups(
  { totals, parents }: PublishedTable,
  shown: ReadonlySet<string>,
): readonly DeterminedGroup[] | undefined {
  const isEmpty = (id: string) => totals.get(id)?.kind === 'empty';
  const equations = new Map<string, Equation>();
  const unknownTotals: string[] = [];
  for (const id of totals.keys()) {
    if (isEmpty(id)) continue;
    if (!shown.has(id)) unknownTotals.push(totalTerm(id));
    equations.set(
      id,
      new Map([
        [partTerm(id), 1n],
        [totalTerm(id), -1n],
      ]),
    );
  }
  for (const [id, parent] of parents) {
    if (!isEmpty(id)) equations.get(parent)?.set(totalTerm(id), 1n);
  }
  const groups = eliminate([...equations.values()], unknownTotals).map(asGroup);
  const parts = groups.flatMap((group) => group?.parts ?? []);
  const isSeparate = !groups.includes(undefined) && new Set(parts).size === parts.length;
  return isSeparate ? groups.filter((group) => group !== undefined) : undefined;
}

const partTerm = (id: string) => `part ${id}`;
const totalTerm = (id: string) => `total ${id}`;

/** Σ parts = Σ totals, if every part has the same coefficient. */
function asGroup(equation: Equation): DeterminedGroup | undefined {
  const parts: string[] = [];
  const totals = new Map<string, bigint>();
  const first = [...equation].find(([term]) => term.startsWith('part '))?.[1];
  if (first === undefined) return undefined;
  for (const [term, coefficient] of equation) {
    const id = term.slice(term.indexOf(' ') + 1);
    if (term.startsWith('part ')) {
      if (coefficient !== first) return undefined;
      parts.push(id);
    } else {
      if (coefficient % first !== 0n) return undefined;
      totals.set(id, -coefficient / first);
    }
  }
  return { parts, totals };
}

/** Bounds of a group's number from the bounds of the totals it is made of. Null where one of them has none. */
export function groupBounds(
  { totals }: DeterminedGroup,
  of: (unitId: string) => Bounds | null,
): Bounds | null {
  let [low, high] = [0, 0];
  for (const [id, coefficient] of totals) {
    const bounds = of(id);
    if (bounds === null) return null;
    const factor = Number(coefficient);
    low += factor * (factor > 0 ? bounds.low : bounds.high);
    high += factor * (factor > 0 ? bounds.high : bounds.low);
  }
  return { low, high };
}

/** How many answers a group has: published exactly. */
export function groupSize(group: DeterminedGroup, table: PublishedTable): number {
  const size = groupBounds(group, (id) => {
    const total = table.totals.get(id);
    const n = total?.kind === 'shown' ? total.n * BOUNDS_PER_ONE : 0;
    return { low: n, high: n };
  });
  return (size?.low ?? 0) / BOUNDS_PER_ONE;
}

/** "total(A) − total(B) = own(A) + own(C)": what an auditor can check by hand. */
export function describeGroup({ parts, totals }: DeterminedGroup): string {
  const name = (id: string) => (id === '' ? 'organisation' : id);
  const left = [...totals]
    .sort(([, a], [, b]) => (a === b ? 0 : a > b ? -1 : 1))
    .map(([id, factor], index) => `${factor < 0n ? '− ' : index > 0 ? '+ ' : ''}total(${name(id)})`)
    .join(' ');
  return `${left} = ${parts.map((id) => `own(${name(id)})`).join(' + ')}`;
}
