import { describe, expect, it } from 'vitest';
import { auditYear } from '#core/masking/audit.ts';
import { maskUnits, type Mask } from '#core/masking/mask-units.ts';
import { openView } from '#core/masking/open-view.ts';
import type { UnitTree } from '#core/masking/unit-tree.ts';
import { DEFAULT_METHOD_SETTINGS } from '#core/settings/method-settings.ts';
import { attack } from './attacker.ts';
import { invitedIn, publish } from './publish.ts';
import { randomOrganisation } from './random-organisation.ts';
import { bandsForThemselves, perParent, smallUnitsOnly } from './weak-masks.ts';

const ORGANISATIONS = 10_000;

function lonePeopleOf({ nodes, withoutUnit }: UnitTree): ReadonlyMap<string, number> {
  const places = [['', withoutUnit] as const, ...nodes.map(({ id, own }) => [id, own] as const)];
  return new Map(places.filter(([, { n }]) => n === 1).map(([id, own]) => [id, own.sumHundredths! / 100]));
}

/** Sizes from one unit to forty, now and then a hundred. */
const sizeOf = (seed: number) => (seed % 500 === 0 ? 100 : 1 + (seed % (seed % 10 === 0 ? 40 : 14)));

/** How many organisations of `count` the attacker breaks, and how many of those the audit refuses; and what it refuses for nothing. */
function breaches(count: number, maskOf: (tree: UnitTree) => Mask) {
  const result = { broken: 0, brokenAndRefused: 0, refused: 0 };
  for (let seed = 1; seed <= count; seed += 1) {
    const tree = randomOrganisation(seed, sizeOf(seed));
    const published = publish(tree, { mask: maskOf(tree) });
    const isBroken = attack(published, 5, 10, lonePeopleOf(tree)).length > 0;
    const violations = auditYear({
      current: published,
      answers: { 'employee-survey': tree },
      invited: invitedIn(tree),
    });
    const isRefused = violations.some(({ view }) => view === 'tab');
    if (isBroken) result.broken += 1;
    if (isRefused) result.refused += 1;
    if (isBroken && isRefused) result.brokenAndRefused += 1;
  }
  return result;
}

describe('an attacker who subtracts, inverts rounding, reads bands and knows their own answer', () => {
  it(`finds nothing about fewer than k in ${ORGANISATIONS} random organisations`, () => {
    const found: string[] = [];
    for (let seed = 1; seed <= ORGANISATIONS; seed += 1) {
      const tree = randomOrganisation(seed, sizeOf(seed));
      const published = publish(tree);
      const lonePeople = lonePeopleOf(tree);
      const sightings = [
        ...attack(published, 5, 10, lonePeople),
        ...attack(openView(published), 10, 10, lonePeople),
      ];
      if (sightings.length > 0) found.push(`${seed}: ${JSON.stringify(sightings[0])}`);
    }
    expect(found).toEqual([]);
  });

  it('finds nothing at other minimums and on the other scale', () => {
    const method = {
      ...DEFAULT_METHOD_SETTINGS,
      employeeConversion: 'range',
      minimumGroupSize: 8,
      minimumDistributionSize: 12,
      minimumOpenGroupSize: 15,
    } as const;
    for (let seed = 1; seed <= 500; seed += 1) {
      const tree = randomOrganisation(seed, sizeOf(seed), 8);
      const published = publish(tree, { method });
      // The attacker's reading of percentages is for share-of-max; means and bands are the same.
      const units = published.employeeSurvey.units.map((row) => ({
        ...row,
        percent: { kind: 'absent', reason: 'missing' } as const,
      }));
      const readable = { ...published, employeeSurvey: { closed: true, units } };
      const people = lonePeopleOf(tree);
      expect([...attack(readable, 8, 12, people), ...attack(openView(readable), 15, 15, people)]).toEqual([]);
      expect(
        auditYear({ current: published, answers: { 'employee-survey': tree }, invited: invitedIn(tree) }),
      ).toEqual([]);
    }
  });
});

describe('the audit beside the attacker', () => {
  it('passes what the masker makes', () => {
    const { broken, refused } = breaches(1500, (tree) => maskUnits(tree, DEFAULT_METHOD_SETTINGS));
    expect({ broken, refused }).toEqual({ broken: 0, refused: 0 });
  });

  it('refuses every organisation that the attacker breaks when only small units are hidden', () => {
    const { broken, brokenAndRefused, refused } = breaches(600, (tree) => smallUnitsOnly(tree, 5));
    expect(broken).toBeGreaterThan(200);
    expect([brokenAndRefused, refused]).toEqual([broken, broken]);
  });

  it('refuses every organisation that the attacker breaks when each parent is protected alone', () => {
    const { broken, brokenAndRefused, refused } = breaches(600, (tree) => perParent(tree, 5));
    expect(broken).toBeGreaterThan(100);
    expect([brokenAndRefused, refused]).toEqual([broken, broken]);
  });

  it('refuses what the attacker breaks when one unit too many is shown', () => {
    let opened = 0;
    const { broken, brokenAndRefused } = breaches(600, (tree) => {
      const mask = maskUnits(tree, DEFAULT_METHOD_SETTINGS);
      const [id] = [...mask.units].find(([, cell]) => !cell.figures) ?? [];
      if (id === undefined) return mask;
      opened += 1;
      return { ...mask, units: new Map(mask.units).set(id, { ...mask.units.get(id)!, figures: true }) };
    });
    expect(broken).toBeGreaterThan(opened / 3);
    expect(brokenAndRefused).toBe(broken);
  });

  it('refuses what the attacker breaks when bands are shown wherever figures are', () => {
    const { broken, brokenAndRefused, refused } = breaches(600, (tree) => {
      const mask = maskUnits(tree, DEFAULT_METHOD_SETTINGS);
      const open = [...mask.units].map(([id, cell]) => [id, { ...cell, bands: cell.figures }] as const);
      return {
        units: new Map(open),
        organisation: { ...mask.organisation, bands: mask.organisation.figures },
      };
    });
    expect(broken).toBeGreaterThan(200);
    expect(brokenAndRefused).toBe(broken);
    // The audit also knows the answers, so it refuses some that rounding still protects.
    expect(refused).toBeGreaterThanOrEqual(broken);
  });

  it('refuses what the attacker breaks when bands are chosen without regard to means beside them', () => {
    const { broken, brokenAndRefused, refused } = breaches(2000, (tree) => bandsForThemselves(tree, 5, 10));
    expect(broken).toBeGreaterThan(10);
    expect(brokenAndRefused).toBe(broken);
    expect(refused).toBeLessThan(broken * 2);
  });
});
