import { exact, ZERO, type Exact } from '#core/number/exact.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import { absent, derive, present, toResultFigure, type Figure } from '#core/result/figure.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { INDEX_WEIGHTS } from '#core/index/index-weights.ts';
import { CONTRIBUTORS, type Contributor, type YearComparison } from './year-comparison.ts';

/** The figure that each contributor brings, and how much the index moves per unit of it. */
const CONTRIBUTOR_FIGURES: Readonly<
  Record<Contributor, { readonly figure: FigureId; readonly slope: Exact }>
> = {
  maturity: { figure: 'maturityPercent', slope: exact(INDEX_WEIGHTS.maturity.weight).div(10) },
  employee: { figure: 'employeePercent', slope: exact(INDEX_WEIGHTS.employee.weight).div(10) },
  delivery: { figure: 'delivery', slope: exact(INDEX_WEIGHTS.delivery.weight) },
  benefit: { figure: 'benefit', slope: exact(INDEX_WEIGHTS.benefit.weight) },
};

/**
 * The change of the index from one year to another, and what each part did to it: (this − last)/3 for a component,
 * preconditions split into maturity and employee item. Where both years are unrounded the contributions sum to the
 * change exactly; where a year is published, what is known is shown and the rest is a named remainder.
 * METHOD.md section 9.
 */
export function compareYears(current: IndexResult, previous: IndexResult): YearComparison {
  const change = (id: FigureId): Figure =>
    derive([figureOf(current, id), figureOf(previous, id)], ([now = ZERO, before = ZERO]) => now.sub(before));
  const indexChange = change('index');
  const contributions = CONTRIBUTORS.map((contributor) => {
    const { figure, slope } = CONTRIBUTOR_FIGURES[contributor];
    return { contributor, figure: derive([change(figure)], ([difference = ZERO]) => difference.mul(slope)) };
  });
  const known = contributions.reduce(
    (sum, { figure }) => (figure.kind === 'value' ? sum.add(figure.value) : sum),
    ZERO,
  );
  return {
    year: current.year,
    against: previous.year,
    indexChange: toResultFigure(indexChange, 'change'),
    componentChanges: {
      preconditions: toResultFigure(change('preconditions'), 'change'),
      delivery: toResultFigure(change('delivery'), 'change'),
      benefit: toResultFigure(change('benefit'), 'change'),
    },
    contributions: contributions.map(({ contributor, figure }) => ({
      contributor,
      contribution: toResultFigure(figure, 'change'),
    })),
    remainder: toResultFigure(
      derive([indexChange], ([difference = ZERO]) => difference.sub(known)),
      'change',
    ),
    exact: isUnrounded(current) && isUnrounded(previous),
    decidedInitiativesChange: toResultFigure(change('decidedInitiatives'), 'count'),
    decidedInitiativesChangePercent: toResultFigure(percentChange(current, previous), 'percent'),
    comparable: !current.running && !previous.running,
  };
}

function figureOf(result: IndexResult, id: FigureId): Figure {
  const { figure } = result.figures[id];
  if (figure.kind === 'absent') return absent(figure.reason);
  return present(exact(figure.exact ?? figure.shown));
}

/** Whether every part of the index was computed from rows, so that nothing entered it rounded. */
function isUnrounded(result: IndexResult): boolean {
  const parts: readonly FigureId[] = ['index', ...CONTRIBUTORS.map((one) => CONTRIBUTOR_FIGURES[one].figure)];
  return parts.every((id) => result.figures[id].origin === 'computed');
}

function percentChange(current: IndexResult, previous: IndexResult): Figure {
  const before = figureOf(previous, 'decidedInitiatives');
  if (before.kind === 'value' && before.value.equals(0)) return absent('insufficient');
  return derive([figureOf(current, 'decidedInitiatives'), before], ([now = ZERO, then = exact(1)]) =>
    now.sub(then).div(then).mul(100),
  );
}
