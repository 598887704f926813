import { toEmployeePercent } from '#core/employee-survey/score-employee-survey.ts';
import type { OrganisationSurvey } from '#core/employee-survey/organisation-survey.ts';
import { INDEX_WEIGHTS } from '#core/index/index-weights.ts';
import { ORGANISATION } from '#core/masking/unit-tree.ts';
import type { MaturityTally } from '#core/maturity/maturity-tally.ts';
import { exact, toQuotient, ZERO, type Exact } from '#core/number/exact.ts';
import { shownFigure } from '#core/number/shown.ts';
import { unitOf } from '#core/result/figure-unit.ts';
import { MATURITY_AREAS, type FigureId } from '#core/result/figure-ids.ts';
import { absent, derive, present, type Absent, type Figure } from '#core/result/figure.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { Range, UncertainFigure, Uncertainty } from '#core/result/uncertainty-schema.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import { sampleOf } from './answer-sample.ts';
import { carriedHalfWidth, carriedWorstCase } from './carry.ts';
import { around, halfWidthOfMean, worstCase, type Scale, type WorstCase } from './interval.ts';
import { wouldIntervalTell } from './interval-tells.ts';

type Figures = IndexResult['figures'];

/** How far a survey's own figure may be off: by chance, and at worst. In the unit of that figure. */
interface Spread {
  readonly halfWidth: number | Absent;
  readonly worst: WorstCase | Absent;
}

const scaleOf = (low: number | string, high: number): Scale => ({ low: exact(low), high: exact(high) });
const ANSWERS = scaleOf(1, 5);
const SCORES = scaleOf(0, 10);

/**
 * How sure the two surveys are, and what is built on them: the mean's interval where the invited number is known, beside it
 * the worst case. Both are carried on: intervals by the root of summed squares, worst cases linearly. METHOD.md section 7.
 *
 * Where everybody who answered said the same, an interval of no width would tell every answer; it is `suppressed`.
 */
export function yearUncertainty({
  figures,
  survey,
  maturityTally,
  method,
}: {
  readonly figures: Figures;
  readonly survey: OrganisationSurvey;
  readonly maturityTally: MaturityTally | null;
  readonly method: MethodSettings;
}): Readonly<Record<UncertainFigure, Uncertainty>> {
  const toPercent = (mean: Exact) => toEmployeePercent(mean, method.employeeConversion);
  const percents: Scale = { low: toPercent(exact(1)), high: exact(100) };
  const ofMean = employeeSpread(figures, survey);
  const employee = inPercent(ofMean, toPercent);
  const maturity = maturitySpread(figures, maturityTally, method);
  const weightIn = (whole: Exact) => (part: 'maturity' | 'employee') =>
    exact(INDEX_WEIGHTS[part].weight).div(whole).div(10);
  const ofPreconditions = weightIn(
    exact(INDEX_WEIGHTS.maturity.weight).add(exact(INDEX_WEIGHTS.employee.weight)),
  );
  const built = (id: 'preconditions' | 'index', weightOf: ReturnType<typeof weightIn>) =>
    carried(figures, id, [
      { spread: maturity, weight: weightOf('maturity'), value: figures.maturityPercent.figure },
      { spread: employee, weight: weightOf('employee'), value: figures.employeePercent.figure },
    ]);
  return {
    employeeMean: uncertainty(figures, 'employeeMean', ofMean, ANSWERS),
    employeePercent: uncertainty(figures, 'employeePercent', employee, percents),
    maturityPercent: uncertainty(figures, 'maturityPercent', maturity, maturityScale(method)),
    preconditions: built('preconditions', ofPreconditions),
    index: built('index', weightIn(exact(1))),
  };
}

function employeeSpread(figures: Figures, survey: OrganisationSurvey): Spread {
  const { figure, origin } = figures.employeeMean;
  const persons = personsOf(figures, 'employeeAnswers', 'employeeInvited');
  if (figure.kind === 'absent') return nothing(figure.reason);
  if ('reason' in persons) return nothing(persons.reason);
  const { n, invited } = persons;
  const worst = worstCase(exact(figure.exact ?? figure.shown), n, invited, ANSWERS);
  return {
    worst,
    halfWidth: origin === 'computed' ? employeeHalfWidth(figures, survey, invited) : absent('missing'),
  };
}

/** With mean and bands the interval gives the organisation's answers by value: it is shown only where bands are, and tells of no group. */
function employeeHalfWidth(figures: Figures, survey: OrganisationSurvey, invited: number): number | Absent {
  const sample = sampleOf(survey.total);
  if (!sample || !survey.tree) return absent('missing');
  const half = halfWidthOfMean({ ...sample, invited });
  if ('reason' in half) return half;
  const shown = survey.units.flatMap(({ id, n }) => (n.kind === 'value' ? [id] : []));
  const areBandsShown = figures.employeePositiveShare.figure.kind === 'value';
  const tells = half.allAlike || wouldIntervalTell(survey.tree, new Set([ORGANISATION, ...shown]));
  return areBandsShown && !tells ? half.halfWidth : absent('suppressed');
}

function maturityScale(method: MethodSettings): Scale {
  return scaleOf(method.maturityNormalisation === 'share-of-max' ? '50/3' : 0, 100);
}

/**
 * The half width is that of person means, laid around the score itself: a centre of their own would, beside the score, tell of
 * those few who left an area empty.
 */
function maturitySpread(figures: Figures, tally: MaturityTally | null, method: MethodSettings): Spread {
  const { figure, origin } = figures.maturityPercent;
  const persons = personsOf(figures, 'maturityRespondents', 'maturityInvited');
  if (figure.kind === 'absent') return nothing(figure.reason);
  if ('reason' in persons) return nothing(persons.reason);
  const { n, invited } = persons;
  const worst = worstCase(exact(figure.exact ?? figure.shown), n, invited, maturityScale(method));
  if (origin !== 'computed' || !tally || isBuiltOnPublished(figures, method)) {
    return { worst, halfWidth: absent('missing') };
  }
  const half = halfWidthOfMean({ ...tally.personMeans[method.maturityAggregation], invited });
  if ('reason' in half) return { worst, halfWidth: half.reason === 'missing' ? absent('suppressed') : half };
  const percentPerStep = method.maturityNormalisation === 'share-of-max' ? 100 / 6 : 20;
  return { worst, halfWidth: half.allAlike ? absent('suppressed') : half.halfWidth * percentPerStep };
}

/** A total of published areas or axes says nothing of how the persons here vary. */
function isBuiltOnPublished(figures: Figures, { maturityAggregation }: MethodSettings): boolean {
  const parts = [
    'digitalCapabilityPercent',
    'digitalLegacyPercent',
    ...Object.values(MATURITY_AREAS).map(({ figure }) => figure),
  ] as const;
  return maturityAggregation === 'hierarchical' && parts.some((id) => figures[id].origin === 'published');
}

function nothing(reason: Absent['reason']): Spread {
  return { halfWidth: absent(reason), worst: absent(reason) };
}

function personsOf(
  figures: Figures,
  answered: FigureId,
  asked: FigureId,
): { readonly n: number; readonly invited: number } | Absent {
  const [n, invited] = [figures[answered].figure, figures[asked].figure];
  if (n.kind === 'absent') return absent(n.reason);
  if (invited.kind === 'absent') return absent(invited.reason);
  return { n: Number(n.shown), invited: Number(invited.shown) };
}

function inPercent({ halfWidth, worst }: Spread, toPercent: (mean: Exact) => Exact): Spread {
  const percentPerStep = toPercent(exact(2))
    .sub(toPercent(exact(1)))
    .valueOf();
  return {
    halfWidth: typeof halfWidth === 'number' ? halfWidth * percentPerStep : halfWidth,
    worst: 'reason' in worst ? worst : { ...worst, low: toPercent(worst.low), high: toPercent(worst.high) },
  };
}

interface Part {
  readonly spread: Spread;
  readonly weight: Exact;
  readonly value: Figures[FigureId]['figure'];
}

/** What is built on the surveys; the rest of it counts everything there is, and is as it is. */
function carried(figures: Figures, id: 'preconditions' | 'index', parts: readonly Part[]): Uncertainty {
  const { figure, origin } = figures[id];
  if (figure.kind === 'absent') return uncertainty(figures, id, nothing(figure.reason), SCORES);
  if (origin !== 'computed') return uncertainty(figures, id, nothing('missing'), SCORES);
  const halves = parts.flatMap(({ spread: { halfWidth }, weight }) =>
    typeof halfWidth === 'number' ? [{ halfWidth, weight }] : [],
  );
  const bounds = parts.flatMap(({ spread: { worst }, weight }) =>
    'reason' in worst ? [] : [{ bounds: worst, weight }],
  );
  const ofSurveys = parts.reduce(
    (sum, { value, weight }) => sum.add(value.kind === 'value' ? valueOf(value).mul(weight) : ZERO),
    ZERO,
  );
  const noHalf = strongest(parts.map(({ spread }) => spread.halfWidth));
  const noWorst = strongest(parts.map(({ spread }) => spread.worst));
  return uncertainty(
    figures,
    id,
    {
      halfWidth: noHalf ?? carriedHalfWidth(halves),
      worst: noWorst ?? carriedWorstCase(bounds, valueOf(figure).sub(ofSurveys)),
    },
    SCORES,
  );
}

function valueOf({
  exact: quotient,
  shown,
}: {
  readonly exact: string | null;
  readonly shown: string;
}): Exact {
  return exact(quotient ?? shown);
}

/** The reason that a figure built on these would have, if one of them has none. */
function strongest(parts: readonly (number | WorstCase | Absent)[]): Absent | null {
  const figures = parts.map((part): Figure =>
    typeof part === 'object' && 'reason' in part ? part : present(ZERO),
  );
  const all = derive(figures, () => ZERO);
  return all.kind === 'absent' ? all : null;
}

function uncertainty(
  figures: Figures,
  id: UncertainFigure,
  { halfWidth, worst }: Spread,
  scale: Scale,
): Uncertainty {
  const { figure } = figures[id];
  if (figure.kind === 'absent') {
    const none = { kind: 'absent', reason: figure.reason } as const;
    return { interval: none, worstCase: none };
  }
  return {
    interval:
      typeof halfWidth === 'number'
        ? intervalRange(id, around(valueOf(figure), halfWidth, scale))
        : halfWidth,
    worstCase: 'reason' in worst ? worst : worstRange(id, worst),
  };
}

function intervalRange(
  id: UncertainFigure,
  { low, high }: { readonly low: number; readonly high: number },
): Range {
  const bound = (value: number) => {
    const digits = value.toFixed(6);
    return { shown: shownFigure(exact(digits), unitOf(id)), value: digits };
  };
  return { kind: 'range', low: bound(low), high: bound(high) };
}

function worstRange(id: UncertainFigure, { low, high }: WorstCase): Range {
  const bound = (value: Exact) => ({ shown: shownFigure(value, unitOf(id)), value: toQuotient(value) });
  return { kind: 'range', low: bound(low), high: bound(high) };
}
