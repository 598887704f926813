import { toEmployeePercent } from '#core/employee-survey/score-employee-survey.ts';
import { INDEX_WEIGHTS } from '#core/index/index-weights.ts';
import { scoreIndex, scorePreconditions } from '#core/index/score-index.ts';
import { exact, ZERO, type Exact } from '#core/number/exact.ts';
import {
  absent,
  derive,
  present,
  toResultFigure,
  type Figure,
  type ResultFigure,
} from '#core/result/figure.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { leversOf, type Lever, type LeverId } from './levers.ts';
import type { Contributor } from './year-comparison.ts';

/** What a reader has moved: decimal strings by lever. */
export type Scenario = Readonly<Partial<Record<LeverId, string>>>;

type Component = 'index' | 'preconditions' | 'delivery' | 'benefit';

/** A year as it would be. */
export interface WhatIf {
  readonly figures: Readonly<Record<Component, ResultFigure>>;
  /** Against the year as it is. */
  readonly changes: Readonly<Record<Component, ResultFigure>>;
  /** What each part does to the index; they sum to its change. */
  readonly contributions: readonly {
    readonly contributor: Contributor;
    readonly contribution: ResultFigure;
  }[];
  /** The parts as they stand in the scenario, for what remains to the next tenth. */
  readonly parts: Readonly<Record<Contributor, Figure>>;
  /** Unrounded. */
  readonly index: Figure;
}

/**
 * The index as it would be with some inputs moved, by the same formulas as the index itself. What is not moved stands as
 * it is; a published component whose parts are missing stands until its own parts are all given. Units take no part.
 * METHOD.md section 8.
 *
 * @param scenario values outside a lever's range are taken to its end; more realised than decided counts as all
 */
export function whatIf(result: IndexResult, scenario: Scenario): WhatIf {
  const before = partsOf(result, {});
  const after = partsOf(result, scenario);
  const was = componentsOf(result, before, {});
  const is = componentsOf(result, after, scenario);
  const changeOf = (now: Figure, then: Figure): Figure =>
    derive([now, then], ([a = ZERO, b = ZERO]) => a.sub(b));
  const each = <Value>(make: (id: Component) => Value): Readonly<Record<Component, Value>> => ({
    index: make('index'),
    preconditions: make('preconditions'),
    delivery: make('delivery'),
    benefit: make('benefit'),
  });
  const contributors: readonly Contributor[] = ['maturity', 'employee', 'delivery', 'benefit'];
  return {
    figures: each((id) => toResultFigure(is[id], 'score')),
    changes: each((id) => toResultFigure(changeOf(is[id], was[id]), 'change')),
    contributions: contributors.map((contributor) => ({
      contributor,
      contribution: toResultFigure(
        derive([changeOf(after[contributor], before[contributor])], ([change = ZERO]) =>
          change.mul(SLOPES[contributor]),
        ),
        'change',
      ),
    })),
    parts: after,
    index: is.index,
  };
}

/** How much the index moves per unit of each part: percent for the two surveys, points for the scores. */
export const SLOPES: Readonly<Record<Contributor, Exact>> = {
  maturity: exact(INDEX_WEIGHTS.maturity.weight).div(10),
  employee: exact(INDEX_WEIGHTS.employee.weight).div(10),
  delivery: exact(INDEX_WEIGHTS.delivery.weight),
  benefit: exact(INDEX_WEIGHTS.benefit.weight),
};

function partsOf(result: IndexResult, scenario: Scenario): Readonly<Record<Contributor, Figure>> {
  const levers = new Map(leversOf(result).map((lever) => [lever.id, lever]));
  const moved = (id: LeverId): Exact | null => {
    const lever = levers.get(id);
    return lever === undefined ? null : movedValue(lever, scenario[id]);
  };
  const figureOf = (id: 'maturityPercent' | 'employeePercent' | 'delivery' | 'benefit'): Figure => {
    const { figure } = result.figures[id];
    return figure.kind === 'absent' ? absent(figure.reason) : present(exact(figure.exact ?? figure.shown));
  };
  const own = (id: 'maturityPercent' | 'employeePercent' | 'delivery' | 'benefit'): Figure =>
    scenario[id] === undefined ? figureOf(id) : figureFrom(moved(id), figureOf(id));
  return {
    maturity: own('maturityPercent'),
    employee:
      scenario.employeeMean === undefined
        ? own('employeePercent')
        : percentOfMean(moved('employeeMean'), result, figureOf('employeePercent')),
    delivery: levers.has('realisedInitiatives')
      ? realisedOfDecided(moved('realisedInitiatives'), moved('decidedInitiatives'), figureOf('delivery'))
      : own('delivery'),
    benefit: own('benefit'),
  };
}

function percentOfMean(mean: Exact | null, { method }: IndexResult, otherwise: Figure): Figure {
  return mean === null ? otherwise : present(toEmployeePercent(mean, method.employeeConversion));
}

function realisedOfDecided(realised: Exact | null, decided: Exact | null, otherwise: Figure): Figure {
  if (realised === null || decided === null) return otherwise;
  return present((realised.compare(decided) > 0 ? decided : realised).div(decided).mul(10));
}

function figureFrom(value: Exact | null, otherwise: Figure): Figure {
  return value === null ? otherwise : present(value);
}

/** A lever's value in a scenario, kept inside its range; its own where the scenario says nothing. */
export function movedValue(lever: Lever, moved: string | undefined): Exact | null {
  if (moved === undefined) return lever.value;
  const value = exact(moved);
  if (value.compare(lever.minimum) < 0) return lever.minimum;
  return value.compare(lever.maximum) > 0 ? lever.maximum : value;
}

function componentsOf(
  result: IndexResult,
  parts: Readonly<Record<Contributor, Figure>>,
  scenario: Scenario,
): Readonly<Record<Component, Figure>> {
  const scored = scorePreconditions({ maturityPercent: parts.maturity, employeePercent: parts.employee });
  const stored = result.figures.preconditions;
  const preconditions =
    scored.kind === 'absent' && stored.figure.kind === 'value'
      ? present(exact(stored.figure.exact ?? stored.figure.shown))
      : scored;
  const { delivery, benefit } = parts;
  const index = scoreIndex({ preconditions, delivery, benefit });
  const published = result.figures.index;
  // A published index whose parts are missing stands, as long as nobody moves anything.
  return index.kind === 'absent' && Object.keys(scenario).length === 0 && published.figure.kind === 'value'
    ? {
        index: present(exact(published.figure.exact ?? published.figure.shown)),
        preconditions,
        delivery,
        benefit,
      }
    : { index, preconditions, delivery, benefit };
}
