import { leversOf, LEVER_IDS, type Lever } from '#core/change/levers.ts';
import type { Scenario } from '#core/change/what-if.ts';
import { exact, type Exact } from '#core/number/exact.ts';
import { parseNumber } from '#core/number/parse-number.ts';
import { roundHalfAway } from '#core/number/round.ts';
import type { FigureUnit } from '#core/number/shown.ts';
import type { IndexResult } from '#core/result/result-schema.ts';

/** Decimals that a lever is moved by. */
const DECIMALS: Readonly<Record<FigureUnit, number>> = {
  score: 1,
  percent: 1,
  mean: 2,
  count: 0,
  change: 2,
  ratio: 2,
};

/** Reads a scenario from its address, `maturityPercent:70_benefit:9.1`; a name that no lever has is passed over. */
export function readScenario(text: string | null, result: IndexResult): Scenario {
  if (text === null) return {};
  const pairs = text.split('_').map((pair) => pair.split(':'));
  const known = leversOf(result).map(({ id }) => id);
  return Object.fromEntries(
    LEVER_IDS.filter((id) => known.includes(id)).flatMap((id) => {
      const value = pairs.find(([name]) => name === id)?.[1];
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

/** The scenario as its address; null where nothing is moved. */
export function writeScenario(scenario: Scenario): string | null {
  const parts = LEVER_IDS.flatMap((id) => {
    const value = scenario[id];
    return value === undefined ? [] : [`${id}:${value}`];
  });
  return parts.length === 0 ? null : parts.join('_');
}

/** A lever's value as a decimal string in its steps. */
export function leverText(value: Exact, { unit }: Pick<Lever, 'unit'>): string {
  return roundHalfAway(value, DECIMALS[unit]);
}

/** What a reader typed, kept to the lever's range and steps; null where it is no number. */
export function typedValue(typed: string, lever: Lever): string | null {
  const parsed = parseNumber(typed, { percent: lever.unit === 'percent' });
  if (parsed.kind === 'problem') return null;
  const rounded = exact(leverText(parsed.value, lever));
  if (rounded.compare(lever.minimum) < 0) return leverEnd(lever, 'minimum');
  return rounded.compare(lever.maximum) > 0 ? leverEnd(lever, 'maximum') : leverText(rounded, lever);
}

/** The end of a lever's range in its own steps, inside the range. */
export function leverEnd(lever: Lever, end: 'minimum' | 'maximum'): string {
  const steps = lever[end].div(lever.step);
  return leverText((end === 'minimum' ? steps.ceil(0) : steps.floor(0)).mul(lever.step), lever);
}
