import { describe, expect, it } from 'vitest';
import { auditYear } from '#core/masking/audit.ts';
import type { UnitTree } from '#core/masking/unit-tree.ts';
import { attackMarks, withPlainMarks } from './mark-attacker.ts';
import { invitedIn, publish } from './publish.ts';
import { below, countsOf, numbersFrom, randomOrganisation } from './random-organisation.ts';

const ORGANISATIONS = 10_000;

/**
 * Units who agree to a man or but one, in an organisation that does not: where a mark tells most. Of ten to sixteen, or now and
 * then up to a hundred; some beside a colleague who is alone in a unit of their own.
 */
function agreeingUnits(seed: number): UnitTree {
  const next = numbersFrom(seed);
  const most = seed % 20 === 0 ? 90 : 7;
  const answersOf = (size: number) => {
    const common = 2 + below(next, 3);
    const agreeing = Array.from({ length: size }, () => common);
    if (next() < 0.7) agreeing[0] = 1 + below(next, 5);
    return next() < 0.6 ? agreeing : agreeing.map(() => 1 + below(next, 5));
  };
  const nodes = Array.from({ length: 2 + below(next, 5) }, (_, index) => ({
    id: `u${index}`,
    parentId: index > 0 && next() < 0.3 ? 'u0' : null,
    own: countsOf(answersOf(10 + below(next, most))),
  }));
  for (let index = 0; seed % 4 === 0 && index < 1 + below(next, 3); index += 1) {
    const own = countsOf([1 + below(next, 5)]);
    nodes.push({ id: `lone${index}`, parentId: `u${below(next, 2)}`, own });
  }
  return { nodes, withoutUnit: countsOf(answersOf(next() < 0.5 ? 0 : 12)) };
}

const treeOf = (seed: number) =>
  seed % 2 === 0 ? agreeingUnits(seed) : randomOrganisation(seed, 1 + (seed % 14));

describe('an attacker who reads marks of a clear difference and the interval', () => {
  it(`finds no group that agrees but for one in ${ORGANISATIONS} random organisations`, () => {
    const found: string[] = [];
    const seen = { marked: 0, intervals: 0 };
    for (let seed = 1; seed <= ORGANISATIONS; seed += 1) {
      const tree = treeOf(seed);
      const published = publish(tree);
      const sightings = attackMarks(published, tree, invitedIn(tree));
      if (sightings.length > 0) found.push(`${seed}: ${JSON.stringify(sightings[0])}`);
      if (published.employeeSurvey.units.some(({ difference }) => difference !== 'none')) seen.marked += 1;
      if (published.uncertainty.employeeMean.interval.kind === 'range') seen.intervals += 1;
    }
    expect(found).toEqual([]);
    // The attacks meet something to attack.
    expect(seen.marked).toBeGreaterThan(ORGANISATIONS / 10);
    expect(seen.intervals).toBeGreaterThan(ORGANISATIONS / 10);
  });

  it('is not needed: the audit passes them all, for the tab and for the open view', () => {
    const refused = Array.from({ length: 600 }, (_, index) => index + 1).filter((seed) => {
      const tree = seed % 3 === 0 ? randomOrganisation(seed, 20 + (seed % 60)) : treeOf(seed);
      const answers = { 'employee-survey': tree } as const;
      return auditYear({ current: publish(tree), answers, invited: invitedIn(tree) }).length > 0;
    });
    expect(refused).toEqual([]);
  });

  it('finds some where marks are made from the answers as they are, and the audit refuses every one of those', () => {
    const result = { broken: 0, brokenAndRefused: 0 };
    for (let seed = 2; seed <= 1500; seed += 2) {
      // Large groups would be tried through to the end here, as often as they are told.
      if (seed % 20 === 0) continue;
      const tree = treeOf(seed);
      const invited = invitedIn(tree);
      const plain = withPlainMarks(publish(tree), tree, invited);
      if (attackMarks(plain, tree, invited).length === 0) continue;
      result.broken += 1;
      const violations = auditYear({ current: plain, answers: { 'employee-survey': tree }, invited });
      if (violations.some(({ rule }) => rule === 'mark-tells')) result.brokenAndRefused += 1;
    }
    expect(result.broken).toBeGreaterThan(10);
    expect(result.brokenAndRefused).toBe(result.broken);
  });
});
