import { describe, expect, test } from 'vitest';
import { compareYears } from '#core/change/compare-years.ts';
import type { Contributor, YearComparison } from '#core/change/year-comparison.ts';
import { exact } from '#core/number/exact.ts';
import type { ResultFigure } from '#core/result/figure.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import {
  answers,
  benefit,
  initiative,
  maturityAnswers,
  rowsOfYear,
  SAMPLE_ROWS,
  sampleResult,
  type SampleChange,
} from '../result/sample-year.ts';

const LATER = { now: '2026-02-01T08:00:00.000Z' };

/**
 * 2024: answers all 3 = 60 %, maturity all 4 of 6 = 200/3 %, delivery 3 of 5 = 6, benefit (50 + 80)/2 % = 6.5; so
 * preconditions 19/3 and index 113/18. The sample's 2025: 70 %, 50 %, 8, 7.5; 6 and 43/6.
 */
const year2024 = sampleResult(
  {
    rows: rowsOfYear(2024, {
      ...SAMPLE_ROWS,
      enkat: answers(12).map((row) => ({ ...row, Answer: 3 })),
      dimios: maturityAnswers(6, 4),
      initiativ: [1, 2, 3]
        .map((number) => initiative(number))
        .concat(initiative(4, 'paused'), initiative(5, 'ongoing')),
      nytta: [benefit(1, 50), benefit(2, 80)],
    }),
  },
  LATER,
  2024,
);

function contributionsOf({ contributions }: YearComparison): Readonly<Record<Contributor, string | null>> {
  const told = contributions.map(({ contributor, contribution }) => [contributor, exactOf(contribution)]);
  return Object.fromEntries(told) as Record<Contributor, string | null>;
}

function exactOf(figure: ResultFigure): string | null {
  return figure.kind === 'value' ? figure.exact : figure.reason;
}

describe('the change from one computed year to the next', () => {
  const change = compareYears(sampleResult({}, LATER), year2024);

  test('is what each part did to it, and the parts sum to it exactly', () => {
    // employee (70 − 60)/60 = 1/6, maturity (50 − 200/3)/60 = −5/18, delivery (8 − 6)/3, benefit (7.5 − 6.5)/3
    expect(contributionsOf(change)).toEqual({
      maturity: '-5/18',
      employee: '1/6',
      delivery: '2/3',
      benefit: '1/3',
    });
    // 43/6 − 113/18 = 16/18
    expect(change.indexChange).toEqual({ kind: 'value', shown: '0.89', exact: '8/9' });
    const sum = change.contributions.reduce(
      (total, one) => total.add(exactOf(one.contribution) ?? '0'),
      exact(0),
    );
    expect(sum.toFraction()).toBe('8/9');
    expect(change.remainder).toEqual({ kind: 'value', shown: '0.00', exact: '0' });
    expect(change).toMatchObject({ year: 2025, against: 2024, exact: true, comparable: true });
  });

  test('of a component is this year less last year', () => {
    // 6 − 19/3; 8 − 6; 7.5 − 6.5
    expect(Object.values(change.componentChanges).map(exactOf)).toEqual(['-1/3', '2', '1']);
    expect(change.componentChanges.preconditions).toMatchObject({ shown: '-0.33' });
  });

  test('backwards is the same with the other sign', () => {
    const back = compareYears(year2024, sampleResult({}, LATER));
    expect(contributionsOf(back)).toEqual({
      maturity: '5/18',
      employee: '-1/6',
      delivery: '-2/3',
      benefit: '-1/3',
    });
    expect(back.indexChange).toEqual({ kind: 'value', shown: '-0.89', exact: '-8/9' });
  });

  test('says how many more or fewer initiatives are decided', () => {
    const of2025 = (decided: number) =>
      sampleResult(
        {
          rows: { initiativ: Array.from({ length: decided }, (_, number) => initiative(number)), nytta: [] },
        },
        LATER,
      );
    // 4 − 5 = −1, −20 %; 0 − 5 where the only row is proposed
    expect(compareYears(of2025(4), year2024)).toMatchObject({
      decidedInitiativesChange: { shown: '-1' },
      decidedInitiativesChangePercent: { shown: '-20.0' },
    });
    const none = sampleResult({ rows: { initiativ: [initiative(1, 'proposed')], nytta: [] } }, LATER);
    expect(compareYears(none, year2024).decidedInitiativesChangePercent).toMatchObject({ shown: '-100.0' });
    // From none there is no percentage.
    expect(compareYears(year2024, none).decidedInitiativesChangePercent).toEqual({
      kind: 'absent',
      reason: 'insufficient',
    });
  });

  test('is not comparable while a year is running', () => {
    const running = sampleResult({}, { now: '2025-12-01T08:00:00.000Z' });
    expect(running.running).toBe(true);
    expect(compareYears(running, year2024).comparable).toBe(false);
  });
});

describe('a change without some part', () => {
  test('has the known contributions and says of the rest why it is missing', () => {
    const without = sampleResult({ rows: { dimios: [] } }, LATER);
    const change = compareYears(without, year2024);
    expect(contributionsOf(change)).toEqual({
      maturity: 'missing',
      employee: '1/6',
      delivery: '2/3',
      benefit: '1/3',
    });
    expect([change.indexChange, change.remainder].map(exactOf)).toEqual(['missing', 'missing']);
    expect(change.exact).toBe(false);
  });

  test('inherits the strongest reason of both years', () => {
    const pending = sampleResult({}, { now: '2025-10-01T08:00:00.000Z' });
    const missing = sampleResult({ rows: { ...rowsOfYear(2024), enkat: [] } }, LATER, 2024);
    expect(contributionsOf(compareYears(pending, missing)).employee).toBe('pending');
  });
});

describe('a change between published years', () => {
  const typedIn = (year: number, figures: Partial<Readonly<Record<FigureId, string>>>): SampleChange => ({
    publishedFigures: Object.entries(figures).map(([figure, value]) => ({
      year,
      figure,
      value,
      source: 'R',
    })),
    rows: { enkat: [], dimios: [], initiativ: [], nytta: [] },
  });
  const nacka2024 = sampleResult(
    typedIn(2024, { index: '8.1', delivery: '8.5', benefit: '8.8', maturityPercent: '64.2' }),
    LATER,
    2024,
  );
  const nacka2025 = sampleResult(
    typedIn(2025, { maturityPercent: '65.1', employeePercent: '74.4', delivery: '8.8', benefit: '8.7' }),
    LATER,
  );

  test('tells what is known and names the rest', () => {
    const change = compareYears(nacka2025, nacka2024);
    // maturity 0.9/60 = 3/200, delivery 0.3/3 = 1/10, benefit −0.1/3 = −1/30
    expect(contributionsOf(change)).toEqual({
      maturity: '3/200',
      employee: 'missing',
      delivery: '1/10',
      benefit: '-1/30',
    });
    // 979/120 − 81/10 = 7/120; less 3/200 + 1/10 − 1/30 = 49/600 leaves −14/600
    expect(exactOf(change.indexChange)).toBe('7/120');
    expect(exactOf(change.remainder)).toBe('-7/300');
    expect(change.exact).toBe(false);
  });

  test('is not exact even where nothing remains, for published figures are rounded', () => {
    const change = compareYears(nacka2025, nacka2025);
    expect([exactOf(change.remainder), change.exact]).toEqual(['0', false]);
  });
});
