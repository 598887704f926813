import { describe, expect, test } from 'vitest';
import { compareYears } from '#core/change/compare-years.ts';
import { digestContent, type DigestContent } from '#core/digest/digest-content.ts';
import { openView } from '#core/masking/open-view.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import {
  answers,
  benefit,
  initiative,
  maturityAnswers,
  rowsOfYear,
  SAMPLE_ROWS,
  sampleResult,
} from '../result/sample-year.ts';

const LATER = { now: '2026-02-01T08:00:00.000Z' };
const SUPPRESSED = { kind: 'absent', reason: 'suppressed' };
/** What a channel is told: always of the open view, of both years. */
function digestOf(result: IndexResult, before: IndexResult | null = null): DigestContent {
  const open = openView(result);
  return digestContent(open, before && compareYears(open, openView(before)));
}
const figureOf = (digest: DigestContent, id: FigureId) =>
  [digest.index, ...digest.components, ...digest.details].find((one) => one.id === id);

/** Eleven or more of everything, so that nothing is hidden from a channel: 12 answers, 12 maturity respondents. */
const OPEN = {
  source: { dimios: { invited: { '2024': 12, '2025': 12 } } },
  rows: { dimios: maturityAnswers(12) },
};
const year2025 = sampleResult(OPEN, LATER);
/** Delivery 2 of 4 = 5, benefit (50 + 70)/2 % = 6, maturity and employee item as in 2025 (50 % and 70 %). */
const year2024 = sampleResult(
  {
    ...OPEN,
    rows: rowsOfYear(2024, {
      ...SAMPLE_ROWS,
      dimios: maturityAnswers(12),
      initiativ: ['realised', 'realised', 'paused', 'ongoing'].map((status, index) =>
        initiative(index + 1, status),
      ),
      nytta: [benefit(1, 50), benefit(2, 70)],
    }),
  },
  LATER,
  2024,
);

describe('a digest', () => {
  test('says the index, its components and what stands behind them', () => {
    const digest = digestOf(year2025);
    expect(digest).toMatchObject({ organisationName: 'Provköping', year: 2025, running: false });
    expect(digest.index.figure).toMatchObject({ shown: '7.2' });
    expect(digest.components.map(({ id, figure }) => [id, figure.kind === 'value' && figure.shown])).toEqual([
      ['preconditions', '6.0'],
      ['delivery', '8.0'],
      ['benefit', '7.5'],
    ]);
    expect(digest.details.map(({ id, figure }) => [id, figure.kind === 'value' && figure.shown])).toEqual([
      ['maturityPercent', '50.0'],
      ['employeeMean', '3.50'],
      ['decidedInitiatives', '5'],
      ['benefitCoverage', '100.0'],
    ]);
  });

  test('without a year to compare with tells no change', () => {
    const digest = digestOf(year2025);
    expect([digest.against, digest.reasons, digest.remainder, digest.index.change]).toEqual([
      null,
      [],
      null,
      null,
    ]);
  });
});

describe('what a digest says of change', () => {
  const digest = digestOf(year2025, year2024);

  test('is the change of index, components and decided initiatives', () => {
    // delivery 8 − 5 = 3, benefit 7.5 − 6 = 1.5, preconditions 0: index 4.5/3 = 1.5; decided 5 − 4
    const change = (id: FigureId) => figureOf(digest, id)?.change;
    expect(change('index')).toMatchObject({ shown: '1.50', exact: '3/2' });
    expect(change('preconditions')).toMatchObject({ shown: '0.00' });
    expect(change('delivery')).toMatchObject({ shown: '3.00' });
    expect(change('benefit')).toMatchObject({ shown: '1.50' });
    expect(change('decidedInitiatives')).toMatchObject({ shown: '1' });
    expect([digest.against, digest.comparable]).toEqual([2024, true]);
  });

  test('names the reasons, greatest effect first, without those that did nothing', () => {
    // 3/3 = 1 and 1.5/3 = 0.5
    expect(
      digest.reasons.map(({ contributor, contribution }) => [
        contributor,
        contribution.kind === 'value' && contribution.shown,
      ]),
    ).toEqual([
      ['delivery', '1.00'],
      ['benefit', '0.50'],
    ]);
    expect(digest.remainder).toBeNull();
  });

  test('orders by size, falls and rises alike', () => {
    const back = digestOf(year2024, year2025);
    expect(back.reasons.map(({ contributor }) => contributor)).toEqual(['delivery', 'benefit']);
    expect(back.reasons[0]?.contribution).toMatchObject({ shown: '-1.00' });
  });

  test('of a running year is marked not comparable', () => {
    const running = sampleResult(OPEN, { now: '2025-12-01T08:00:00.000Z' });
    expect(digestOf(running, year2024)).toMatchObject({ running: true, comparable: false });
  });

  test('names the remainder where a year is published', () => {
    const published = sampleResult(
      {
        publishedFigures: [
          { year: 2024, figure: 'index', value: '6.5', source: 'R' },
          { year: 2024, figure: 'delivery', value: '7.4', source: 'R' },
        ],
        rows: { enkat: [], dimios: [], initiativ: [], nytta: [] },
      },
      LATER,
      2024,
    );
    // 43/6 − 6.5 = 2/3; delivery (8 − 7.4)/3 = 1/5; 2/3 − 1/5 = 7/15
    const told = digestOf(year2025, published);
    expect(told.reasons).toMatchObject([{ contributor: 'delivery', contribution: { exact: '1/5' } }]);
    expect(told.remainder).toMatchObject({ exact: '7/15' });
  });
});

describe('a digest without a component', () => {
  test('has its reason in its place, no index, and the components that there are', () => {
    const digest = digestOf(sampleResult({ ...OPEN, rows: { ...OPEN.rows, nytta: [] } }, LATER), year2024);
    expect(digest.index.figure).toEqual({ kind: 'absent', reason: 'missing' });
    expect(figureOf(digest, 'benefit')?.figure).toEqual({ kind: 'absent', reason: 'missing' });
    expect(figureOf(digest, 'delivery')?.figure).toMatchObject({ shown: '8.0' });
    expect(digest.index.change).toEqual({ kind: 'absent', reason: 'missing' });
    expect(digest.reasons.map(({ contributor }) => contributor)).toEqual(['delivery']);
  });

  test('waits for an open round', () => {
    const digest = digestOf(sampleResult(OPEN, { now: '2025-10-01T08:00:00.000Z' }));
    expect(digest.index.figure).toEqual({ kind: 'absent', reason: 'pending' });
    expect(figureOf(digest, 'employeeMean')?.figure).toEqual({ kind: 'absent', reason: 'pending' });
  });
});

describe('a digest is masked with the open group size', () => {
  const of = (employees: number, persons: number, method = {}) =>
    sampleResult(
      { ...OPEN, method, rows: { enkat: answers(employees), dimios: maturityAnswers(persons) } },
      LATER,
    );

  test('so nine answers, shown in the tab, are hidden in a channel with all that is built on them', () => {
    const result = of(9, 12);
    expect(result.figures.employeeMean.figure.kind).toBe('value');
    const digest = digestOf(result, year2024);
    expect(figureOf(digest, 'employeeMean')?.figure).toEqual(SUPPRESSED);
    expect(figureOf(digest, 'preconditions')?.figure).toEqual(SUPPRESSED);
    expect(digest.index.figure).toEqual(SUPPRESSED);
    expect(digest.index.change).toEqual(SUPPRESSED);
    expect(figureOf(digest, 'maturityPercent')?.figure).toMatchObject({ shown: '50.0' });
    expect(figureOf(digest, 'delivery')?.figure).toMatchObject({ shown: '8.0' });
    expect(digest.reasons.map(({ contributor }) => contributor)).not.toContain('employee');
  });

  test('and so are nine maturity respondents', () => {
    const digest = digestOf(of(12, 9));
    expect(figureOf(digest, 'maturityPercent')?.figure).toEqual(SUPPRESSED);
    expect(digest.index.figure).toEqual(SUPPRESSED);
    expect(figureOf(digest, 'employeeMean')?.figure).toMatchObject({ shown: '3.50' });
  });

  test('also where last year was the small one: a change would tell it', () => {
    const small = sampleResult(
      { ...OPEN, rows: rowsOfYear(2024, { ...SAMPLE_ROWS, enkat: answers(9) }) },
      LATER,
      2024,
    );
    const digest = digestOf(year2025, small);
    expect(digest.index.figure).toMatchObject({ shown: '7.2' });
    expect([digest.index.change, figureOf(digest, 'preconditions')?.change]).toEqual([
      SUPPRESSED,
      SUPPRESSED,
    ]);
  });

  test('whose size is a setting, and never under that of the tab', () => {
    const hidden = (method: Readonly<Record<string, number>>, employees: number) =>
      digestOf(of(employees, 25, method)).index.figure.kind === 'absent';
    expect(hidden({ minimumOpenGroupSize: 20 }, 19)).toBe(true);
    expect(hidden({ minimumOpenGroupSize: 20 }, 22)).toBe(false);
    expect(hidden({ minimumOpenGroupSize: 5, minimumGroupSize: 12 }, 11)).toBe(true);
  });

  test('and no figure of it tells a hidden one in its exact value', () => {
    const told = JSON.stringify(digestOf(of(9, 12), year2024));
    // Nine answers 3, 4, … 3: mean 31/9, 620/9 %, preconditions (50 + 620/9)/20 = 107/18
    for (const hiddenValue of ['31/9', '620/9', '107/18', '3.44']) expect(told).not.toContain(hiddenValue);
  });
});

describe('what needs attention', () => {
  test('is each rule once with its count, errors first, then by count; information is left out', () => {
    const result = sampleResult(
      {
        ...OPEN,
        rows: {
          ...OPEN.rows,
          initiativ: [
            initiative(1),
            initiative(2, 'a?'),
            initiative(3, 'b?'),
            initiative(4, 'decided', { Year: '' }),
          ],
          nytta: [
            benefit(1, 120),
            ...[2, 3, 4].map((number) => benefit(number, 50, { Baseline: '' })),
            benefit(5, 50, { Kind: 'x' }),
            benefit(6, 50, { Kind: 'y' }),
          ],
        },
      },
      LATER,
    );
    // Over-delivery of benefit 1 is information.
    expect(digestOf(result).attention).toEqual([
      { rule: 'status-unknown', severity: 'error', count: 2 },
      { rule: 'baseline-blank', severity: 'warning', count: 3 },
      { rule: 'kind-unknown', severity: 'warning', count: 2 },
      { rule: 'year-missing', severity: 'warning', count: 1 },
    ]);
  });

  test('says that a source is stale', () => {
    const stale = {
      ...LATER,
      changedAt: { initiativ: '2024-06-01T00:00:00Z', nytta: '2024-06-01T00:00:00Z' },
    };
    expect(digestOf(sampleResult(OPEN, stale)).attention).toEqual([
      { rule: 'source-unchanged', severity: 'warning', count: 2 },
    ]);
    expect(digestOf(sampleResult(OPEN, stale)).computedAt).toBe(LATER.now);
  });
});
