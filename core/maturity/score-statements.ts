import { exact, ZERO, type Exact } from '#core/number/exact.ts';
import { MATURITY_AREAS, MATURITY_AREA_IDS, type MaturityArea } from '#core/result/figure-ids.ts';
import { absent, derive, present, type Figure } from '#core/result/figure.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import type { StatementTally } from './maturity-tally.ts';
import { MATURITY_SCALE_MAXIMUM } from './row-codes.ts';

export type MaturityAxis = (typeof MATURITY_AREAS)[MaturityArea]['axis'];
type MaturityRules = Pick<MethodSettings, 'maturityNormalisation' | 'maturityAggregation'>;

/** Percentages 0–100: the areas, the two axes and the total. */
export interface MaturityPercentages {
  readonly total: Figure;
  readonly axes: Readonly<Record<MaturityAxis, Figure>>;
  readonly areas: Readonly<Record<MaturityArea, Figure>>;
}

/** A mean of answers 1–6 in percent: x/6 (`share-of-max`) or (x − 1)/5 (`range`). METHOD.md section 3. */
export function toMaturityPercent(
  mean: Exact,
  normalisation: MethodSettings['maturityNormalisation'],
): Exact {
  switch (normalisation) {
    case 'share-of-max':
      return mean.div(MATURITY_SCALE_MAXIMUM).mul(100);
    case 'range':
      return mean
        .sub(1)
        .div(MATURITY_SCALE_MAXIMUM - 1)
        .mul(100);
  }
}

/** A statement's percentage: the mean of its answers. */
export function statementPercent(
  { n, sum }: Pick<StatementTally, 'n' | 'sum'>,
  normalisation: MethodSettings['maturityNormalisation'],
): Figure {
  return n === 0 ? absent('missing') : present(toMaturityPercent(exact(sum).div(n), normalisation));
}

/**
 * Scores answers to statements. `hierarchical`: statement mean → area → axis → total, each the unweighted mean of its
 * parts; `flat`: the mean of all answers that belong to the area, the axis or the total. An area without answers is
 * `missing` and leaves its axis and the total `insufficient`; without any answers all are `missing`.
 * METHOD.md section 3.
 *
 * @param tooSmall areas answered by too few persons to be shown; what is built on one is hidden with it
 */
export function scoreStatements(
  statements: readonly Pick<StatementTally, 'area' | 'n' | 'sum'>[],
  rules: MaturityRules,
  tooSmall: ReadonlySet<MaturityArea> = new Set(),
): MaturityPercentages {
  const answered = statements.filter((statement) => statement.n > 0);
  const inArea = (area: MaturityArea) => answered.filter((statement) => statement.area === area);
  const areas = Object.fromEntries(
    MATURITY_AREA_IDS.map((area) => {
      const mean = areaMean(inArea(area), rules);
      return [area, tooSmall.has(area) && mean !== null ? absent('suppressed') : percentOf(mean, rules)];
    }),
  ) as Record<MaturityArea, Figure>;

  const over = (members: readonly MaturityArea[], parts: readonly Figure[]): Figure => {
    if (answered.length === 0) return absent('missing');
    const hierarchical = wholeOf(parts);
    if (hierarchical.kind === 'absent' || rules.maturityAggregation === 'hierarchical') return hierarchical;
    return percentOf(meanOfAnswers(members.flatMap(inArea)), rules);
  };
  const axis = (name: MaturityAxis): Figure => {
    const members = MATURITY_AREA_IDS.filter((area) => MATURITY_AREAS[area].axis === name);
    return over(
      members,
      members.map((area) => areas[area]),
    );
  };
  const axes = { capability: axis('capability'), legacy: axis('legacy') };
  return { total: over(MATURITY_AREA_IDS, [axes.capability, axes.legacy]), axes, areas };
}

function areaMean(
  statements: readonly Pick<StatementTally, 'n' | 'sum'>[],
  rules: MaturityRules,
): Exact | null {
  if (statements.length === 0) return null;
  return rules.maturityAggregation === 'flat'
    ? meanOfAnswers(statements)
    : meanOf(statements.map(({ n, sum }) => exact(sum).div(n)));
}

function meanOfAnswers(statements: readonly Pick<StatementTally, 'n' | 'sum'>[]): Exact {
  const n = statements.reduce((total, statement) => total + statement.n, 0);
  return exact(statements.reduce((total, statement) => total + statement.sum, 0)).div(n);
}

function meanOf(values: readonly Exact[]): Exact {
  return values.reduce((sum, value) => sum.add(value), ZERO).div(values.length);
}

function percentOf(mean: Exact | null, rules: MaturityRules): Figure {
  return mean === null ? absent('missing') : present(toMaturityPercent(mean, rules.maturityNormalisation));
}

/**
 * A whole from the percentages of its parts, none of which weighs more than another: a part that is missing leaves it
 * `insufficient`.
 */
export function wholeOf(parts: readonly Figure[]): Figure {
  return derive(parts.map(insufficientWhereMissing), meanOf);
}

/** A part that nobody answered leaves the whole with answers, but too few to score. */
function insufficientWhereMissing(figure: Figure): Figure {
  return figure.kind === 'absent' && figure.reason === 'missing' ? absent('insufficient') : figure;
}
