import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditYear } from '#core/masking/audit.ts';
import type { CellMask, Mask } from '#core/masking/mask-units.ts';
import type { UnitCounts, UnitTree } from '#core/masking/unit-tree.ts';
import type { ResultFigure } from '#core/result/figure.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { UnitRow } from '#core/result/survey-schema.ts';
import { publish } from './publish.ts';
import { countsOf } from './random-organisation.ts';

const MASKING = new URL('../../../core/masking/', import.meta.url);

/** The files of core/masking that a file needs to run: imports of types only are not followed. */
function neededBy(name: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(name)) return found;
  found.add(name);
  const text = readFileSync(new URL(name, MASKING), 'utf8');
  for (const [, next = ''] of text.matchAll(/^import (?!type )[^;]*? from '\.\/([^']+)';/gm))
    neededBy(next, found);
  return found;
}

const answers = (...values: number[]) => countsOf(values);
const alike = (value: number, times: number) => countsOf(Array.from({ length: times }, () => value));
const VARIED = answers(1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 1, 5);

/** Units by id, each under the one that its id names before the dot: "a.b" is in "a". */
function treeOf(own: Readonly<Record<string, UnitCounts>>, withoutUnit = answers()): UnitTree {
  const nodes = Object.entries(own).map(([id, counts]) => ({
    id,
    parentId: id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : null,
    own: counts,
  }));
  return { nodes, withoutUnit };
}

const SHOWN: CellMask = { figures: true, bands: false, openFigures: false, openBands: false };
const WITH_BANDS: CellMask = { ...SHOWN, bands: true };
const HIDDEN: CellMask = { ...SHOWN, figures: false };

/** Everything shown but what is named. */
function showAllBut(tree: UnitTree, cells: Readonly<Record<string, CellMask>>, organisation = SHOWN): Mask {
  return { units: new Map(tree.nodes.map(({ id }) => [id, cells[id] ?? SHOWN])), organisation };
}

function rulesFor(tree: UnitTree, mask: Mask, isKnown = true): readonly string[] {
  const current = publish(tree, { mask });
  const violations = auditYear({ current, answers: isKnown ? { 'employee-survey': tree } : {} });
  return [...new Set(violations.filter(({ view }) => view === 'tab').map(({ rule }) => rule))];
}

const VALUE: ResultFigure = { kind: 'value', shown: '80.0', exact: null };

function withRow(result: IndexResult, id: string, change: Partial<UnitRow>): IndexResult {
  const units = result.employeeSurvey.units.map((row) => (row.id === id ? { ...row, ...change } : row));
  return { ...result, employeeSurvey: { ...result.employeeSurvey, units } };
}

describe('the audit', () => {
  it('needs no file of the masker', () => {
    const masker = neededBy('mask-units.ts');
    const shared = [...neededBy('audit.ts')].filter((name) => masker.has(name));
    expect(shared).toEqual(['unit-tree.ts']);
    expect(masker.size).toBeGreaterThan(4);
  });

  it('names units and equations, never a number of answers', () => {
    const tree = treeOf({ a: VARIED, b: answers(4, 4) });
    const current = publish(tree, { mask: showAllBut(tree, { b: HIDDEN }) });
    const [violation] = auditYear({ current });
    expect(violation).toEqual({
      rule: 'small-group',
      topic: 'employee-survey',
      view: 'tab',
      equation: 'total(organisation) − total(a) = own(organisation) + own(b)',
      earlier: null,
    });
  });
});

describe('the audit refuses', () => {
  it('a parent less its children', () => {
    const tree = treeOf({ p: answers(2, 4), 'p.a': VARIED, 'p.b': VARIED });
    expect(rulesFor(tree, showAllBut(tree, {}), false)).toContain('small-group');
  });

  it('a single hidden child, and one that hides deeper down', () => {
    const tree = treeOf({ p: answers(), 'p.a': VARIED, 'p.b': answers(), 'p.b.c': answers(1, 3, 5) });
    const mask = showAllBut(tree, { 'p.b': HIDDEN, 'p.b.c': HIDDEN });
    expect(rulesFor(tree, mask, false)).toContain('small-group');
  });

  it('answers without a unit that are left of the organisation', () => {
    const tree = treeOf({ a: VARIED, b: VARIED }, answers(2, 4, 5));
    expect(rulesFor(tree, showAllBut(tree, {}), false)).toContain('small-group');
  });

  it('as many answers as hidden units that must have some', () => {
    const ones = Object.fromEntries(
      [1, 2, 3, 4, 5, 4].map((answer, index) => [`h${index}`, answers(answer)]),
    );
    const tree = treeOf({ a: VARIED, ...ones });
    const mask = showAllBut(tree, Object.fromEntries(Object.keys(ones).map((id) => [id, HIDDEN])));
    expect(rulesFor(tree, mask, false)).toContain('one-answer-each');
  });

  it('a mean of two decimals that gives all answers but one away', () => {
    const tree = treeOf({ a: VARIED, b: answers(5, 5, 5, 5, 5, 4) });
    expect(rulesFor(tree, showAllBut(tree, {}), false)).toEqual(['gives-answers-away']);
  });

  it('a person alone in a place who is left with four others', () => {
    const tree = treeOf({ a: VARIED, b: answers(3), c: answers(1, 2, 4, 5) });
    const mask = showAllBut(tree, { b: HIDDEN, c: HIDDEN });
    expect([rulesFor(tree, mask, false), rulesFor(tree, mask)]).toEqual([[], ['alone-in-part']]);
  });

  it('bands of a rest of fewer than ten, and of one band', () => {
    const few = treeOf({ a: VARIED, b: answers(1, 2, 3, 3, 4, 5) });
    expect(rulesFor(few, showAllBut(few, { a: WITH_BANDS, b: HIDDEN }, WITH_BANDS), false)).toEqual([
      'small-distribution',
    ]);
    const one = treeOf({ a: VARIED, b: answers(4, 5, 4, 5, 4, 5, 4, 5, 4, 5, 3) });
    expect(rulesFor(one, showAllBut(one, { a: WITH_BANDS }, WITH_BANDS), false)).toEqual(['one-band']);
  });

  it('a mean beside the bands around it', () => {
    // Nobody in p is above 3, so a mean of 3.00 in p.a is 3 from every one of them.
    const tree = treeOf({ p: answers(1, 1, 2, 2, 3, 2, 1), 'p.a': alike(3, 8), q: VARIED });
    const mask = showAllBut(tree, { p: WITH_BANDS });
    expect(rulesFor(tree, mask, false)).toEqual(['mean-beside-bands']);
    expect(rulesFor(tree, showAllBut(tree, {}))).toEqual([]);
  });

  it.each(['mean', 'percent', 'responseRate', 'positive'] as const)('%s beside a hidden number', (figure) => {
    const tree = treeOf({ a: VARIED, b: answers(2, 4), c: answers(1, 2, 3, 4, 5, 5) });
    const current = publish(tree);
    expect(auditYear({ current })).toEqual([]);
    const [violation] = auditYear({ current: withRow(current, 'b', { [figure]: VALUE }) });
    expect(violation).toMatchObject({ rule: 'figure-beside-hidden', equation: 'total(b)' });
  });

  it("the organisation's mean beside its hidden number", () => {
    const tree = treeOf({ a: answers(2, 3, 4) });
    const current = publish(tree);
    const employeeMean = { ...current.figures.employeeMean, figure: VALUE, origin: 'computed' as const };
    const [violation] = auditYear({ current: { ...current, figures: { ...current.figures, employeeMean } } });
    expect(violation).toMatchObject({ rule: 'figure-beside-hidden', equation: 'total(organisation)' });
  });

  it('more than tens of answers while the round is open', () => {
    const closed = publish(treeOf({ a: VARIED }));
    const open = { ...closed, employeeSurvey: { ...closed.employeeSurvey, closed: false } };
    const rules = auditYear({ current: open }).map(({ rule, equation }) => `${rule} ${equation}`);
    expect(new Set(rules)).toEqual(new Set(['round-open total(organisation)', 'round-open total(a)']));
  });
});
