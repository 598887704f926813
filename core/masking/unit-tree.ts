/** Answers by value: how many said 1, 2, 3, 4, 5. */
export type AnswerCounts = readonly [number, number, number, number, number];

/**
 * What is known of a group of answers. `counts` null: only n and the sum are known. `sumHundredths` null too: only n
 * matters (persons of the maturity survey).
 */
export interface UnitCounts {
  readonly n: number;
  /** Σ answers × 100, whole: a mean typed with two decimals is exact. */
  readonly sumHundredths: number | null;
  readonly counts: AnswerCounts | null;
}

export interface UnitNode {
  readonly id: string;
  readonly parentId: string | null;
  /** The answers given on the unit itself, not its descendants'. */
  readonly own: UnitCounts;
}

/** The organisation's answers: a forest of units, and what names no unit. Parents stand before their children. */
export interface UnitTree {
  readonly nodes: readonly UnitNode[];
  readonly withoutUnit: UnitCounts;
}

/** The organisation's place among the units: no unit id is empty. */
export const ORGANISATION = '';

export const NO_ANSWERS: UnitCounts = { n: 0, sumHundredths: 0, counts: [0, 0, 0, 0, 0] };

/** Adds two groups; what one of them does not know, the sum does not know. */
export function addCounts(a: UnitCounts, b: UnitCounts): UnitCounts {
  if (isNothing(a)) return b;
  if (isNothing(b)) return a;
  const counts =
    a.counts && b.counts
      ? ([0, 1, 2, 3, 4] as const).map((value) => (a.counts?.[value] ?? 0) + (b.counts?.[value] ?? 0))
      : null;
  return {
    n: a.n + b.n,
    sumHundredths:
      a.sumHundredths === null || b.sumHundredths === null ? null : a.sumHundredths + b.sumHundredths,
    counts: counts as AnswerCounts | null,
  };
}

/**
 * No answers and no sum. A total typed as a mean may differ from its parts' by a few hundredths without any answer of
 * its own: that rest is something, or the total would not stay as typed.
 */
function isNothing({ n, sumHundredths }: UnitCounts): boolean {
  return n === 0 && (sumHundredths === null || sumHundredths === 0);
}

/** Takes a part away from a whole that holds it. */
export function subtractCounts(whole: UnitCounts, part: UnitCounts): UnitCounts {
  if (part.n === 0) return whole;
  const counts =
    whole.counts && part.counts
      ? ([0, 1, 2, 3, 4] as const).map((value) => (whole.counts?.[value] ?? 0) - (part.counts?.[value] ?? 0))
      : null;
  return {
    n: whole.n - part.n,
    sumHundredths:
      whole.sumHundredths === null || part.sumHundredths === null
        ? null
        : whole.sumHundredths - part.sumHundredths,
    counts: counts as AnswerCounts | null,
  };
}

/** Every unit's total: its own answers and its descendants'; and the organisation's. */
export function totalsOf(tree: UnitTree): {
  readonly units: ReadonlyMap<string, UnitCounts>;
  readonly organisation: UnitCounts;
} {
  const units = new Map<string, UnitCounts>(tree.nodes.map((node) => [node.id, node.own]));
  let organisation = tree.withoutUnit;
  for (const node of [...tree.nodes].reverse()) {
    const total = units.get(node.id) ?? NO_ANSWERS;
    if (node.parentId === null) organisation = addCounts(organisation, total);
    else units.set(node.parentId, addCounts(units.get(node.parentId) ?? NO_ANSWERS, total));
  }
  return { units, organisation };
}
