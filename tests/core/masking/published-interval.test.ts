import { describe, expect, it } from 'vitest';
import { auditYear } from '#core/masking/audit.ts';
import type { UnitTree } from '#core/masking/unit-tree.ts';
import { totalsOf } from '#core/masking/unit-tree.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { sampleOf } from '#core/uncertainty/answer-sample.ts';
import { meanInterval } from '#core/uncertainty/interval.ts';
import { exact } from '#core/number/exact.ts';
import { invitedIn, publish } from './publish.ts';
import { countsOf, randomOrganisation } from './random-organisation.ts';

/** The result with the interval that the answers give, whatever it tells. */
function withInterval(tree: UnitTree): IndexResult {
  const result = publish(tree);
  const sample = sampleOf(totalsOf(tree).organisation);
  const invited = result.figures.employeeInvited.figure;
  if (!sample || invited.kind === 'absent') throw new Error('no sample');
  const interval = meanInterval(
    { ...sample, invited: Number(invited.shown) },
    { low: exact(1), high: exact(5) },
  );
  if ('reason' in interval) return result;
  const bound = (value: number) => ({ shown: value.toFixed(2), value: value.toFixed(6) });
  const range = { kind: 'range', low: bound(interval.low), high: bound(interval.high) } as const;
  const { employeeMean } = result.uncertainty;
  return {
    ...result,
    uncertainty: { ...result.uncertainty, employeeMean: { ...employeeMean, interval: range } },
  };
}

const repeated = (value: number, times: number) => Array.from({ length: times }, () => value);

/** Twelve who all said 3 beside a unit of ones and fives, some of which they might have given. */
const agreeing: UnitTree = {
  nodes: [
    { id: 'agree', parentId: null, own: countsOf(repeated(3, 12)) },
    { id: 'others', parentId: null, own: countsOf([...repeated(1, 10), ...repeated(5, 12)]) },
  ],
  withoutUnit: countsOf([]),
};

/** Groups that the interval tells of, besides the whole whose bands are hidden. */
const tells = (result: IndexResult) =>
  auditYear({ current: result }).filter(
    ({ rule, equation }) => rule === 'interval-tells' && equation !== 'total(organisation)',
  );

describe('the audit of a published interval, without the answers at hand', () => {
  it('finds a group that has no other answers with its sum among the organisation’s', () => {
    const lone: UnitTree = {
      nodes: [
        { id: 'agree', parentId: null, own: countsOf(repeated(2, 12)) },
        {
          id: 'others',
          parentId: null,
          own: countsOf([...repeated(3, 8), ...repeated(4, 8), ...repeated(5, 4)]),
        },
      ],
      withoutUnit: countsOf([]),
    };
    expect(tells(withInterval(lone))).toMatchObject([
      { view: 'tab', equation: 'total(agree) = own(agree)' },
      { view: 'open', equation: 'total(agree) = own(agree)' },
    ]);
  });

  it('finds nothing where others gave the answers that its members might have given', () => {
    expect(tells(withInterval(agreeing))).toEqual([]);
  });

  it('finds nothing in what is published, and nothing that the audit with the answers does not find', () => {
    const found = { published: 0, plain: 0, plainAndKnown: 0, intervals: 0 };
    for (let seed = 1; seed <= 1500; seed += 1) {
      const tree = seed % 2 === 0 ? twoOfOneMind(seed) : randomOrganisation(seed, 1 + (seed % 12));
      const result = publish(tree);
      if (result.uncertainty.employeeMean.interval.kind === 'range') found.intervals += 1;
      if (tells(result).length > 0) found.published += 1;
      const plain = withInterval(tree);
      if (tells(plain).length === 0) continue;
      found.plain += 1;
      const known = auditYear({
        current: plain,
        answers: { 'employee-survey': tree },
        invited: invitedIn(tree),
      });
      if (known.some(({ rule }) => rule === 'interval-tells')) found.plainAndKnown += 1;
    }
    expect(found.published).toBe(0);
    expect(found.intervals).toBeGreaterThan(200);
    expect(found.plain).toBeGreaterThan(20);
    expect(found.plainAndKnown).toBe(found.plain);
  });
});

/** One unit of one mind, and one whose answers leave it few others. */
function twoOfOneMind(seed: number): UnitTree {
  const common = 2 + (seed % 3);
  const others = [common, common === 4 ? 3 : 3 + (seed % 2), common === 4 ? 2 : 5];
  return {
    nodes: [
      { id: 'a', parentId: null, own: countsOf(repeated(common, 10 + (seed % 9))) },
      {
        id: 'b',
        parentId: null,
        own: countsOf(Array.from({ length: 12 + (seed % 7) }, (_, index) => others[index % 3] ?? 1)),
      },
    ],
    withoutUnit: countsOf([]),
  };
}
