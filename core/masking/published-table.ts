import { exact } from '#core/number/exact.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import type { ResultFigure } from '#core/result/figure.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { UnitRow } from '#core/result/survey-schema.ts';
import { ORGANISATION } from './unit-tree.ts';

export type SurveyTopic = 'employee-survey' | 'maturity';

/** Bounds of a number, in ten-thousandths: fine enough to hold every rounding edge of a published mean or percent times n. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}
export const BOUNDS_PER_ONE = 10_000;

/** What a reader sees of one unit's total, and what they can work out from its rounded figures and n. */
export type PublishedTotal =
  | { readonly kind: 'hidden' }
  /** The survey is still open, so nothing is told yet. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'shown';
      readonly n: number;
      /** Σ answers; null where only persons are published. */
      readonly sum: Bounds | null;
      /** Answers that are positive, neutral, negative; null where hidden or not known. */
      readonly bands: readonly [Bounds, Bounds, Bounds] | null;
      readonly areBandsHidden: boolean;
      /** Of persons only: the percentage, on the scale that the settings gave it. */
      readonly percent: { readonly scale: string; readonly shown: string } | null;
    };

/** Everything a result publishes about the units of one survey; the organisation is the unit {@link ORGANISATION}. */
export interface PublishedTable {
  readonly totals: ReadonlyMap<string, PublishedTotal>;
  /** Of every unit; those at the top have {@link ORGANISATION}. */
  readonly parents: ReadonlyMap<string, string>;
}

/** Reads a result as an outsider does: nothing here knows how figures were computed or masked. */
export function publishedTable(result: IndexResult, topic: SurveyTopic): PublishedTable {
  switch (topic) {
    case 'employee-survey': {
      const { units } = result.employeeSurvey;
      const { employeeConversion } = result.method;
      return {
        totals: new Map<string, PublishedTotal>([
          [ORGANISATION, organisationTotal(result)],
          ...units.map((row) => [row.id, unitTotal(row, employeeConversion)] as const),
        ]),
        parents: new Map(units.map(({ id, parentId }) => [id, parentId ?? ORGANISATION])),
      };
    }
    case 'maturity': {
      const { units } = result.maturity;
      const { maturityNormalisation, maturityAggregation } = result.method;
      const totalOf = (n: ResultFigure, percent: ResultFigure): PublishedTotal =>
        personsTotal(n, percent, `${maturityNormalisation} ${maturityAggregation}`);
      return {
        totals: new Map<string, PublishedTotal>([
          [
            ORGANISATION,
            isMaturityOpen(result)
              ? { kind: 'pending' }
              : totalOf(personsIn(result), computedFigure(result, 'maturityPercent')),
          ],
          // A published percentage is not one that the rows gave: it may be mended without anybody answering anew.
          ...units.map(
            ({ id, n, percent, origin }) =>
              [id, totalOf(n, origin === 'published' ? SUPPRESSED : percent)] as const,
          ),
        ]),
        parents: new Map(units.map(({ id, parentId }) => [id, parentId ?? ORGANISATION])),
      };
    }
  }
}

/** While the round is open the persons are told in steps of ten: no total that anything could be taken from. */
export function isMaturityOpen({ figures }: IndexResult): boolean {
  const { figure } = figures.maturityResponseRate;
  return figure.kind === 'absent' && figure.reason === 'pending';
}

const SUPPRESSED: ResultFigure = { kind: 'absent', reason: 'suppressed' };

const NOBODY: ResultFigure = { kind: 'absent', reason: 'missing' };

/** Where units are typed in, so is the whole, or it is not known; readers can take the units from it all the same. */
function personsIn({ figures, maturity }: IndexResult): ResultFigure {
  const { figure, origin } = figures.maturityRespondents;
  if (maturity.unitsFrom === 'published') return figure.kind === 'value' ? figure : SUPPRESSED;
  return origin === 'published' ? NOBODY : figure;
}

/**
 * What a result tells that another of the year may be compared with. Of units typed in as published nothing: they are known
 * elsewhere, and that one was mended tells nothing of anybody's answer.
 */
export function comparableTable(result: IndexResult, topic: SurveyTopic): PublishedTable {
  const table = publishedTable(result, topic);
  if (topic === 'employee-survey' || result.maturity.unitsFrom === 'answers') return table;
  const whole: PublishedTotal =
    result.figures.maturityRespondents.origin === 'computed'
      ? (table.totals.get(ORGANISATION) ?? { kind: 'empty' })
      : { kind: 'empty' };
  return { totals: new Map([[ORGANISATION, whole]]), parents: new Map() };
}

/** An admin's published figure is not one that rows gave. */
function computedFigure(result: IndexResult, id: FigureId): ResultFigure {
  const explained = result.figures[id];
  return explained.origin === 'published' ? SUPPRESSED : explained.figure;
}

function withoutValue(n: Extract<ResultFigure, { kind: 'absent' }>): PublishedTotal {
  return { kind: n.reason === 'missing' ? 'empty' : n.reason === 'pending' ? 'pending' : 'hidden' };
}

function personsTotal(n: ResultFigure, percent: ResultFigure, scale: string): PublishedTotal {
  if (n.kind === 'absent') return withoutValue(n);
  return {
    kind: 'shown',
    n: Number(n.shown),
    sum: null,
    bands: null,
    areBandsHidden: false,
    percent: percent.kind === 'value' ? { scale, shown: percent.exact ?? percent.shown } : null,
  };
}

function unitTotal(row: UnitRow, conversion: IndexResult['method']['employeeConversion']): PublishedTotal {
  if (row.n.kind === 'absent') return withoutValue(row.n);
  const n = Number(row.n.shown);
  const shares = [row.positive, row.neutral, row.negative] as const;
  const [positive, neutral, negative] = shares.map((share) =>
    share.kind === 'value' ? countBounds(share.shown, n) : null,
  );
  return {
    kind: 'shown',
    n,
    sum: sumBounds(row, n, conversion),
    bands: positive && neutral && negative ? [positive, neutral, negative] : null,
    areBandsHidden: shares.some((share) => share.kind === 'absent' && share.reason === 'suppressed'),
    percent: null,
  };
}

/**
 * A mean to two decimals and a percent to one each leave the sum an interval; the sum lies in both. It is a whole number,
 * unless a mean was typed in, which shows in that there are no bands.
 */
function sumBounds(
  { mean, percent, positive }: UnitRow,
  n: number,
  conversion: IndexResult['method']['employeeConversion'],
): Bounds | null {
  if (mean.kind === 'absent') return null;
  const hundredths = hundredthsOf(mean.shown);
  let [low, high] = [(hundredths * 100 - 50) * n, (hundredths * 100 + 50) * n];
  if (percent.kind === 'value') {
    const tenths = hundredthsOf(percent.shown) / 10;
    // share-of-max: mean = percent/20; range: mean = 1 + percent/25. Half a tenth of a percent is 25 or 20 ten-thousandths.
    const [centre, half] = conversion === 'share-of-max' ? [tenths * 50, 25] : [10_000 + tenths * 40, 20];
    [low, high] = [Math.max(low, (centre - half) * n), Math.min(high, (centre + half) * n)];
  }
  const isTyped = positive.kind === 'absent' && positive.reason === 'missing';
  if (isTyped) return { low, high };
  return {
    low: Math.ceil(low / BOUNDS_PER_ONE) * BOUNDS_PER_ONE,
    high: Math.floor(high / BOUNDS_PER_ONE) * BOUNDS_PER_ONE,
  };
}

/** How many a percentage with one decimal is of n: a whole number, so the bounds close in on whole numbers. */
function countBounds(percentShown: string, n: number): Bounds {
  const tenths = hundredthsOf(percentShown) / 10;
  // A thousandth of n to each tenth of a percent; doubled, so that the rounding edges are whole as well.
  return {
    low: Math.ceil(((2 * tenths - 1) * n) / 2000) * BOUNDS_PER_ONE,
    high: Math.floor(((2 * tenths + 1) * n) / 2000) * BOUNDS_PER_ONE,
  };
}

/** "3.72" → 372, exactly. */
function hundredthsOf(shown: string): number {
  const [whole = '0', decimals = ''] = shown.split('.');
  return Number(`${whole}${decimals.padEnd(2, '0')}`);
}

/** The organisation's figures carry their exact values. */
function organisationTotal(result: IndexResult): PublishedTotal {
  if (!result.employeeSurvey.closed) return { kind: 'pending' };
  const { figure, origin } = result.figures.employeeAnswers;
  const answers = origin === 'published' ? NOBODY : figure;
  if (answers.kind === 'absent') return withoutValue(answers);
  const n = Number(answers.shown);
  const timesN = (id: FigureId, whole: number): Bounds | null => {
    const figure = computedFigure(result, id);
    if (figure.kind === 'absent' || figure.exact === null) return null;
    const value = exact(figure.exact).mul(n).div(whole).mul(BOUNDS_PER_ONE).valueOf();
    return { low: value, high: value };
  };
  const [positive, neutral, negative] = (
    ['employeePositiveShare', 'employeeNeutralShare', 'employeeNegativeShare'] as const
  ).map((id) => timesN(id, 100));
  const share = result.figures.employeePositiveShare.figure;
  return {
    kind: 'shown',
    n,
    sum: timesN('employeeMean', 1),
    bands: positive && neutral && negative ? [positive, neutral, negative] : null,
    areBandsHidden: share.kind === 'absent' && share.reason === 'suppressed',
    percent: null,
  };
}
