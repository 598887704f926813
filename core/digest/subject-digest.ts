import { sameWords } from '#core/fields/fold-words.ts';
import { exact, ZERO } from '#core/number/exact.ts';
import { changeUnitOf, type FigureUnit } from '#core/number/shown.ts';
import {
  absent,
  derive,
  present,
  toResultFigure,
  type Figure,
  type ResultFigure,
} from '#core/result/figure.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { TrendWatch } from '#core/trends/trend-watch-schema.ts';
import { attentionOf, type DigestAttention } from './digest-content.ts';
import type { DigestSubject } from './digest-subject.ts';

/** What the figures of a subject are called; the card has a text for each. */
export const SUBJECT_FIGURE_IDS = [
  'object-delivery',
  'object-benefit',
  'object-decided',
  'object-realised',
  'object-measured',
  'unit-percent',
  'unit-mean',
  'unit-answers',
  'unit-response-rate',
  'unit-positive',
  'unit-neutral',
  'unit-negative',
  'organisation-percent',
  'errors',
  'warnings',
  'rows-set-aside',
  'trends',
  'unanswered-trends',
  'idle-initiatives',
] as const;
export type SubjectFigureId = (typeof SUBJECT_FIGURE_IDS)[number];

export interface SubjectFigure {
  readonly id: SubjectFigureId;
  readonly unit: FigureUnit;
  readonly figure: ResultFigure;
  /** Since the year before; null where no year is compared. */
  readonly change: ResultFigure | null;
}

/** Something to talk about, in the list's own words. */
export interface DigestTopic {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What a digest says of anything but the whole index, in no language and no layout. */
export interface SubjectDigest {
  readonly kind: Exclude<DigestSubject['kind'], 'index'>;
  readonly organisationName: string;
  /** The portfolio object or unit; empty for what has no name of its own. */
  readonly name: string;
  readonly year: number;
  readonly running: boolean;
  readonly computedAt: string;
  readonly against: number | null;
  /** The one that matters most. */
  readonly headline: SubjectFigure;
  readonly figures: readonly SubjectFigure[];
  /** Which of the figures a chart compares, and where their scale ends; empty where there is nothing to compare. */
  readonly chart: { readonly figures: readonly SubjectFigure[]; readonly end: number };
  readonly attention: readonly DigestAttention[];
  readonly topics: readonly DigestTopic[];
}

interface Years {
  /** Open views, masked with the stricter minimum. */
  readonly current: IndexResult;
  readonly previous: IndexResult | null;
}

const NO_CHART = { figures: [], end: 0 } as const;
const MISSING: ResultFigure = absent('missing');

/**
 * Says what a digest of a subject says.
 *
 * @param years open views; the year before is null where it has not been computed
 * @returns null where the year has no such object or unit
 */
export function subjectDigest(
  subject: Exclude<DigestSubject, { readonly kind: 'index' }>,
  years: Years,
  trends: TrendWatch,
): SubjectDigest | null {
  switch (subject.kind) {
    case 'object':
      return objectDigest(subject.name, years);
    case 'unit':
      return unitDigest(subject.unitId, years);
    case 'data-quality':
      return qualityDigest(years);
    case 'trends':
      return trendsDigest(years, trends);
  }
}

function objectDigest(name: string, { current, previous }: Years): SubjectDigest | null {
  const isMeant = sameWords(name);
  const of = (result: IndexResult | null) => ({
    delivery: result?.delivery.objects.find((object) => isMeant(object.name)),
    benefit: result?.benefit.objects.find((object) => isMeant(object.name)),
  });
  const [now, before] = [of(current), of(previous)];
  if (!now.delivery && !now.benefit) return null;
  const score = now.delivery?.score ?? MISSING;
  const benefit = now.benefit?.score ?? MISSING;
  const headline = subjectFigure('object-delivery', 'score', score, before.delivery?.score);
  const benefitFigure = subjectFigure('object-benefit', 'score', benefit, before.benefit?.score);
  return {
    ...baseOf('object', { current, previous }),
    name,
    headline,
    figures: [
      benefitFigure,
      counted('object-decided', now.delivery?.decided, before.delivery?.decided),
      counted('object-realised', now.delivery?.realised, before.delivery?.realised),
      counted('object-measured', now.benefit?.measured, before.benefit?.measured),
    ],
    chart: { figures: [headline, benefitFigure], end: 10 },
  };
}

function unitDigest(unitId: string, { current, previous }: Years): SubjectDigest | null {
  const find = (result: IndexResult | null) => result?.employeeSurvey.units.find(({ id }) => id === unitId);
  const [now, before] = [find(current), find(previous)];
  if (!now) return null;
  const bands = [
    subjectFigure('unit-positive', 'percent', now.positive, before?.positive),
    subjectFigure('unit-neutral', 'percent', now.neutral, before?.neutral),
    subjectFigure('unit-negative', 'percent', now.negative, before?.negative),
  ];
  const organisation = current.figures.employeePercent.figure;
  return {
    ...baseOf('unit', { current, previous }),
    name: now.name,
    headline: subjectFigure('unit-percent', 'percent', now.percent, before?.percent),
    figures: [
      subjectFigure(
        'organisation-percent',
        'percent',
        organisation,
        previous?.figures.employeePercent.figure,
      ),
      subjectFigure('unit-mean', 'mean', now.mean, before?.mean),
      subjectFigure('unit-answers', 'count', now.n, before?.n),
      subjectFigure('unit-response-rate', 'percent', now.responseRate, before?.responseRate),
    ],
    chart: { figures: bands, end: 100 },
  };
}

function qualityDigest({ current, previous }: Years): SubjectDigest {
  const count = (result: IndexResult, severity: 'error' | 'warning') =>
    attentionOf(result).filter((found) => found.severity === severity).length;
  const setAside = (result: IndexResult) =>
    result.sources.reduce((sum, { rowsSetAside }) => sum + (rowsSetAside ?? 0), 0);
  return {
    ...baseOf('data-quality', { current, previous }),
    headline: counted('errors', count(current, 'error'), previous ? count(previous, 'error') : undefined),
    figures: [
      counted('warnings', count(current, 'warning'), previous ? count(previous, 'warning') : undefined),
      counted('rows-set-aside', setAside(current), previous ? setAside(previous) : undefined),
    ],
    attention: attentionOf(current),
  };
}

function trendsDigest(years: Years, { trends, idleInitiatives }: TrendWatch): SubjectDigest {
  const unanswered = trends.filter(({ initiatives }) => initiatives.length === 0);
  // What has questions and nothing that answers it is what a meeting has most use for.
  const toDiscuss = trends
    .filter(({ questions }) => questions.length > 0)
    .toSorted(
      (a, b) =>
        Number(a.initiatives.length > 0) - Number(b.initiatives.length > 0) ||
        (b.impact ?? 0) - (a.impact ?? 0),
    );
  return {
    ...baseOf('trends', years),
    headline: counted('unanswered-trends', unanswered.length, undefined),
    figures: [
      counted('trends', trends.length, undefined),
      counted('idle-initiatives', idleInitiatives.length, undefined),
    ],
    topics: toDiscuss.map(({ title, questions }) => ({ title, lines: questions })),
  };
}

function baseOf(kind: SubjectDigest['kind'], { current, previous }: Years) {
  const { organisationName, year, running, computedAt } = current;
  return {
    kind,
    organisationName,
    name: '',
    year,
    running,
    computedAt,
    against: previous?.year ?? null,
    chart: NO_CHART,
    attention: [],
    topics: [],
  } as const;
}

function counted(id: SubjectFigureId, now: number | undefined, before: number | undefined): SubjectFigure {
  const figure = (count: number | undefined): ResultFigure =>
    count === undefined ? MISSING : toResultFigure(present(exact(count)), 'count');
  return subjectFigure(id, 'count', figure(now), before === undefined ? undefined : figure(before));
}

/** @param before undefined where the year before has no such figure */
function subjectFigure(
  id: SubjectFigureId,
  unit: FigureUnit,
  now: ResultFigure,
  before: ResultFigure | undefined,
): SubjectFigure {
  if (before === undefined) return { id, unit, figure: now, change: null };
  const difference = derive([figureOf(now), figureOf(before)], ([one = ZERO, other = ZERO]) =>
    one.sub(other),
  );
  return { id, unit, figure: now, change: toResultFigure(difference, changeUnitOf(unit)) };
}

function figureOf(figure: ResultFigure): Figure {
  return figure.kind === 'absent' ? figure : present(exact(figure.exact ?? figure.shown));
}
