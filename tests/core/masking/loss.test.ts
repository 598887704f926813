import { describe, expect, it } from 'vitest';
import { maskUnits } from '#core/masking/mask-units.ts';
import type { UnitTree } from '#core/masking/unit-tree.ts';
import { DEFAULT_METHOD_SETTINGS } from '#core/settings/method-settings.ts';
import {
  bestOfEvery,
  candidatesOf,
  isSafe,
  mayShowBands,
  mayShowFigures,
  nextSmallest,
  valueOf,
} from './every-choice.ts';
import { randomOrganisation } from './random-organisation.ts';

const TREES = 1500;

function shownOf(tree: UnitTree, cell: 'figures' | 'bands'): ReadonlySet<string> {
  const { units, organisation } = maskUnits(tree, DEFAULT_METHOD_SETTINGS);
  return new Set([
    ...(organisation[cell] ? [''] : []),
    ...[...units].flatMap(([id, mask]) => (mask[cell] ? [id] : [])),
  ]);
}

const small = (seed: number) => randomOrganisation(seed, 1 + (seed % 11));

describe('what the masker hides, beside a search through every choice', () => {
  it('is as little as safety allows, for figures', () => {
    const rule = mayShowFigures(5);
    const sum = { masker: 0, nextSmallest: 0 };
    for (let seed = 1; seed <= TREES; seed += 1) {
      const tree = small(seed);
      const candidates = candidatesOf(tree, rule);
      const shown = shownOf(tree, 'figures');
      expect(isSafe(tree, shown, rule), `${seed}`).toBe(true);
      expect(valueOf(tree, shown, candidates), `${seed}`).toEqual(bestOfEvery(tree, candidates, rule));
      sum.masker += shown.size;
      sum.nextSmallest += nextSmallest(tree, candidates, rule).size;
    }
    expect(sum.masker).toBeGreaterThan(sum.nextSmallest * 1.04);
  });

  it('is as little as safety allows, for bands, but where bands beside a mean would tell', () => {
    const rule = mayShowBands(10);
    let worse = 0;
    for (let seed = 1; seed <= TREES; seed += 1) {
      const tree = small(seed);
      const candidates = candidatesOf(tree, rule, shownOf(tree, 'figures'));
      const shown = shownOf(tree, 'bands');
      expect(isSafe(tree, shown, rule), `${seed}`).toBe(true);
      const [value, best] = [valueOf(tree, shown, candidates), bestOfEvery(tree, candidates, rule)];
      if (JSON.stringify(value) !== JSON.stringify(best)) worse += 1;
    }
    expect(worse).toBeLessThan(TREES / 50);
  });
});
