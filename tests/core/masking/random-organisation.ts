import type { AnswerCounts, UnitCounts, UnitNode, UnitTree } from '#core/masking/unit-tree.ts';

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const below = (next: () => number, limit: number) => Math.floor(next() * limit);

export function countsOf(answers: readonly number[]): UnitCounts {
  const counts = [1, 2, 3, 4, 5].map((value) => answers.filter((answer) => answer === value).length);
  return {
    n: answers.length,
    sumHundredths: answers.reduce((sum, answer) => sum + answer * 100, 0),
    counts: counts as unknown as AnswerCounts,
  };
}

/** Answers of one place: of every temper, so that some places agree to a man. */
function answersOf(next: () => number, size: number): number[] {
  const temper = below(next, 6);
  const middle = 1 + below(next, 5);
  return Array.from({ length: size }, () => {
    if (temper === 0) return next() < 0.9 ? 5 : 4;
    if (temper === 1) return next() < 0.9 ? 1 : 2;
    if (temper === 2) return middle;
    return 1 + below(next, 5);
  });
}

function sizeOf(next: () => number, k: number): number {
  const kind = next();
  if (kind < 0.15) return 0;
  if (kind < 0.3) return 1;
  if (kind < 0.6) return 1 + below(next, k);
  if (kind < 0.9) return k + below(next, 2 * k);
  return 3 * k + below(next, 150);
}

/**
 * An organisation of any shape: deep or flat, single children, empty units, parents with and without answers of their
 * own, places where all answer alike, some answers that name no unit.
 */
export function randomOrganisation(seed: number, units: number, k = 5): UnitTree {
  const next = numbersFrom(seed);
  const depthBias = next();
  const ownShare = next();
  const parents: (number | null)[] = [];
  for (let index = 0; index < units; index += 1) {
    if (index === 0 || next() < 0.15) parents.push(null);
    else parents.push(next() < depthBias ? index - 1 - below(next, Math.min(index, 2)) : below(next, index));
  }
  const hasChildren = new Set(parents);
  const nodes = parents.map((parent, index): UnitNode => {
    const isOwn = !hasChildren.has(index) || next() < ownShare;
    return {
      id: `u${index}`,
      parentId: parent === null ? null : `u${parent}`,
      own: countsOf(answersOf(next, isOwn ? sizeOf(next, k) : 0)),
    };
  });
  return { nodes, withoutUnit: countsOf(answersOf(next, next() < 0.5 ? 0 : sizeOf(next, k))) };
}
