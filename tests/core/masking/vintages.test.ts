import { describe, expect, it } from 'vitest';
import { auditYear } from '#core/masking/audit.ts';
import { neverHiddenIn } from '#core/masking/never-hidden.ts';
import { openView } from '#core/masking/open-view.ts';
import type { UnitTree } from '#core/masking/unit-tree.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { publish } from './publish.ts';
import { countsOf, numbersFrom, randomOrganisation } from './random-organisation.ts';
import { restate } from './restate.ts';
import { attackTwo } from './vintage-attacker.ts';

/** The next result of a year, as the product would make it. */
function next(tree: UnitTree, earlier: readonly IndexResult[]) {
  const current = publish(tree, { neverHidden: neverHiddenIn(earlier, 'employee-survey') });
  return { current, violations: auditYear({ current, earlier, answers: { 'employee-survey': tree } }) };
}

const rulesOf = (violations: ReturnType<typeof auditYear>) => [
  ...new Set(violations.map(({ rule }) => rule)),
];

const answers = (...values: number[]) => countsOf(values);
const SIX = answers(1, 2, 3, 4, 5, 3);
const TWELVE = answers(1, 2, 3, 4, 5, 3, 1, 2, 3, 4, 5, 4);

/** Two large units and a small one. */
function treeOf(own: Partial<Record<'a' | 'b' | 'c', UnitTree['withoutUnit']>> = {}): UnitTree {
  const of = { a: TWELVE, b: TWELVE, c: SIX, ...own };
  return {
    nodes: (['a', 'b', 'c'] as const).map((id) => ({ id, parentId: null, own: of[id] })),
    withoutUnit: answers(),
  };
}

describe('two results of a year', () => {
  it('say the same when the answers are the same, and pass', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const tree = randomOrganisation(seed, 1 + (seed % 15));
      const first = publish(tree);
      const { current, violations } = next(tree, [first]);
      expect(violations).toEqual([]);
      expect(openView(current)).toEqual(openView(first));
    }
  });

  it('give an attacker who has both nothing, or the second is refused', { timeout: 60_000 }, () => {
    const seen = { passed: 0, passedThoughChanged: 0, refused: 0, brokenIfStored: 0 };
    const found: string[] = [];
    for (let seed = 1; seed <= 3000; seed += 1) {
      const tree = randomOrganisation(seed, 1 + (seed % 12));
      const first = publish(tree);
      const restated = restate(tree, numbersFrom(seed + 7));
      const { current, violations } = next(restated, [first]);
      const sightings = [
        ...attackTwo(current, first, 5),
        ...attackTwo(openView(current), openView(first), 10),
      ];
      if (violations.length > 0) {
        seen.refused += 1;
        if (sightings.length > 0) seen.brokenIfStored += 1;
        continue;
      }
      seen.passed += 1;
      if (JSON.stringify(current) !== JSON.stringify(first)) seen.passedThoughChanged += 1;
      if (sightings.length > 0) found.push(`${seed}: ${JSON.stringify(sightings[0])}`);
    }
    expect(found).toEqual([]);
    expect(seen.brokenIfStored).toBeGreaterThan(seen.refused / 2);
    expect(seen.passedThoughChanged).toBeGreaterThan(100);
  });
});

describe('a year of many results', () => {
  it('gives an attacker who has kept them all nothing, since each is held against every one before it', () => {
    const found: string[] = [];
    let thirds = 0;
    for (let seed = 1; seed <= 600; seed += 1) {
      let tree = randomOrganisation(seed, 1 + (seed % 12));
      const kept = [publish(tree)];
      for (let change = 1; change <= 3; change += 1) {
        const restated = restate(tree, numbersFrom(seed * 10 + change));
        const { current, violations } = next(restated, kept);
        if (violations.length > 0) continue;
        const sightings = kept.flatMap((before) => [
          ...attackTwo(current, before, 5),
          ...attackTwo(openView(current), openView(before), 10),
        ]);
        if (sightings.length > 0) found.push(`${seed}: ${JSON.stringify(sightings[0])}`);
        kept.push(current);
        tree = restated;
      }
      if (kept.length > 2) thirds += 1;
    }
    expect(found).toEqual([]);
    expect(thirds).toBeGreaterThan(50);
  });
});

describe('a restatement is refused', () => {
  const refusals = (now: UnitTree, then = treeOf()) => rulesOf(next(now, [publish(then)]).violations);

  it('when it adds fewer answers than the minimum', () => {
    expect(refusals(treeOf({ a: answers(1, 2, 3, 4, 5, 3, 1, 2, 3, 4, 5, 4, 4, 4) }))).toEqual([
      'few-changed',
    ]);
  });

  it('when it changes one answer', () => {
    expect(refusals(treeOf({ a: answers(1, 2, 3, 4, 5, 3, 1, 2, 3, 4, 5, 5) }))).toEqual([
      'same-count-changed',
    ]);
  });

  it('when all the added answers are alike', () => {
    const added = Array.from({ length: 12 }, () => 5);
    expect(refusals(treeOf({ a: answers(1, 2, 3, 4, 5, 3, 1, 2, 3, 4, 5, 4, ...added) }))).toEqual([
      'change-gives-away',
    ]);
  });

  it('when a unit was added, removed or moved', () => {
    const tree = treeOf();
    const more = { ...tree, nodes: [...tree.nodes, { id: 'd', parentId: null, own: TWELVE }] };
    const moved = {
      ...tree,
      nodes: tree.nodes.map((node) => (node.id === 'c' ? { ...node, parentId: 'a' } : node)),
    };
    expect([refusals(more), refusals(moved)]).toEqual([['units-changed'], ['units-changed']]);
  });

  it('when answers withdrawn from a unit that is hidden now leave few of them', () => {
    // b loses 10 of 12: hidden now, and a with it. The whole less what a showed before is the two that are left in b.
    const rules = refusals(treeOf({ b: answers(1, 5) }));
    expect(rules).toContain('few-left');
  });

  it('when a hidden cell is shown again, by whoever made it', () => {
    const hidden = publish(treeOf({ c: answers(2) }));
    const shown = publish(treeOf());
    expect(rulesOf(auditYear({ current: shown, earlier: [hidden] }))).toContain('shown-after-hidden');
  });
});

describe('a restatement passes', () => {
  it('when it adds a varied group that is large enough in every total', () => {
    const { violations } = next(
      treeOf({ a: answers(...[1, 2, 3, 4, 5, 3, 1, 2, 3, 4, 5, 4], ...[1, 2, 3, 4, 5, 2, 2, 3, 4, 1]) }),
      [publish(treeOf())],
    );
    expect(violations).toEqual([]);
  });

  it('after a round that was still open', () => {
    const open = publish(treeOf());
    const pending = { ...open, employeeSurvey: { ...open.employeeSurvey, closed: false } };
    expect(next(treeOf(), [pending]).violations).toEqual([]);
  });

  it('when a round has been opened again', () => {
    const shown = publish(treeOf());
    const units: IndexResult['employeeSurvey']['units'] = [];
    const reopened = { ...shown, employeeSurvey: { closed: false, units } };
    const violations = auditYear({ current: reopened, earlier: [shown] });
    expect(violations.filter(({ earlier }) => earlier !== null)).toEqual([]);
  });

  it('when a unit came, went or moved in which nobody has answered', () => {
    const nobody = (id: string, parentId: string | null) => ({ id, parentId, own: answers() });
    const tree = treeOf();
    const then = { ...tree, nodes: [...tree.nodes, nobody('old', null), nobody('moved', 'a')] };
    const now = { ...tree, nodes: [...tree.nodes, nobody('new', 'b'), nobody('moved', 'b')] };
    expect(next(now, [publish(then)]).violations).toEqual([]);
  });

  it('when the answers of an earlier result without units are laid on units, or no longer are', () => {
    const flat = { nodes: [], withoutUnit: answers(1, 2, 3, 4, 5, 3, 1, 2, 3, 4, 5, 4) };
    const laid = { nodes: [{ id: 'a', parentId: null, own: flat.withoutUnit }], withoutUnit: answers() };
    expect(next(laid, [publish(flat)]).violations).toEqual([]);
    expect(next(flat, [publish(laid)]).violations).toEqual([]);
    const other = {
      ...laid,
      nodes: [{ id: 'a', parentId: null, own: answers(1, 2, 3, 4, 5, 3, 1, 2, 3, 4, 4, 4) }],
    };
    expect(rulesOf(next(other, [publish(flat)]).violations)).toContain('same-count-changed');
  });

  it('keeps a unit hidden that has grown large enough', () => {
    const then = treeOf({ c: answers(3) });
    const { current } = next(treeOf(), [publish(then)]);
    const row = current.employeeSurvey.units.find(({ id }) => id === 'c');
    expect(row?.n).toEqual({ kind: 'absent', reason: 'suppressed' });
  });
});
