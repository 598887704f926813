import { performance } from 'node:perf_hooks';
import { auditYear } from '#core/masking/audit.ts';
import { maskUnits } from '#core/masking/mask-units.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { UnitTree } from '#core/masking/unit-tree.ts';
import { totalsOf } from '#core/masking/unit-tree.ts';
import { DEFAULT_METHOD_SETTINGS } from '#core/settings/method-settings.ts';
import { invitedIn, publish } from '../core/masking/publish.ts';
import { randomOrganisation } from '../core/masking/random-organisation.ts';
import { median, type Bench, type BenchFigure } from './figure.ts';

const SIZES = [10, 100, 1000, 10_000] as const;
/** Small ones are measured many at a time, so that the clock can tell them apart. */
const REPEATS: Readonly<Record<(typeof SIZES)[number], number>> = { 10: 200, 100: 20, 1000: 5, 10_000: 3 };

function msOf(repeats: number, work: (round: number) => void): number {
  const times = Array.from({ length: repeats }, (_, round) => {
    const startedAt = performance.now();
    work(round);
    return performance.now() - startedAt;
  });
  return median(times);
}

interface Case {
  readonly tree: UnitTree;
  readonly published: IndexResult;
}

/**
 * Masking, and the audit with the answers at hand, by the number of units. The baseline is the least that anybody must do with
 * the same organisation: adding every unit's answers to those above it.
 */
export const bench: Bench = {
  title: 'masking and audit of 10 to 10,000 units',
  run: () => {
    const figures: BenchFigure[] = [];
    const perUnit = new Map<string, number>();
    for (const units of SIZES) {
      const cases = Array.from({ length: Math.min(REPEATS[units], 20) }, (_, index): Case => {
        const tree = randomOrganisation(index + 1, units);
        return { tree, published: publish(tree) };
      });
      const at = (round: number) => cases[round % cases.length] ?? cases[0];
      const each = (work: (one: Case) => void) =>
        msOf(REPEATS[units], (round) => {
          const one = at(round);
          if (one) work(one);
        });
      const adding = each(({ tree }) => void totalsOf(tree));
      const masking = each(({ tree }) => void maskUnits(tree, DEFAULT_METHOD_SETTINGS));
      const auditing = each(({ tree, published }) => {
        const answers = { 'employee-survey': tree } as const;
        const violations = auditYear({ current: published, answers, invited: invitedIn(tree) });
        if (violations.length > 0) throw new Error('the audit refuses what the masker made');
      });
      for (const [name, ms] of [
        ['mask', masking],
        ['audit', auditing],
      ] as const) {
        const before = perUnit.get(name);
        perUnit.set(name, ms / units);
        figures.push({ name: `${name} ${units} units`, value: ms, unit: 'ms', baseline: null });
        figures.push({
          name: `${name} ${units} units`,
          value: ms / adding,
          unit: 'times',
          baseline: 'adding the answers up',
        });
        if (before !== undefined)
          figures.push({
            name: `${name} per unit, ${units} units`,
            value: ms / units / before,
            unit: 'times',
            baseline: `per unit of ${units / 10} units`,
          });
      }
    }
    return Promise.resolve(figures);
  },
};
