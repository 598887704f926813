import { describe, expect, test } from 'vitest';
import type { FigureId } from '#core/result/figure-ids.ts';
import { benefit, sampleResult, sampleYear, type Fields, type SampleChange } from '../result/sample-year.ts';

const resultOf = (nytta: readonly Fields[], change: SampleChange = {}) =>
  sampleResult({ ...change, rows: { nytta } });
const exactly = (nytta: readonly Fields[], id: FigureId = 'benefit', change: SampleChange = {}) => {
  const { figure } = resultOf(nytta, change).figures[id];
  return figure.kind === 'value' ? figure.exact : figure.reason;
};
const one = (Baseline: unknown, Expected: unknown, Measured: unknown, fields: Fields = {}) =>
  benefit(1, Measured, { Baseline, Expected, ...fields });

describe('attainment', () => {
  test.each([
    // (measured − baseline)/(expected − baseline) × 10
    [0, 100, 25, '5/2', 'more is better'],
    [20, 60, 30, '5/2', 'from a baseline: 10/40'],
    [10, 4, 7, '5', 'less is better: −3/−6'],
    [10, 4, 4, '10', 'less is better, all of it: −6/−6'],
    [10, 4, 12, '0', 'less is better, but it grew: 2/−6, not under zero'],
    [10, 4, 1, '10', 'less is better, and more than expected: −9/−6, capped'],
    [-10, 10, 0, '5', 'from below zero: 10/20'],
    ['\u22125,5', '4,5', '−3', '5/2', 'as Swedish lists write it: 2.5/10'],
    [0, 3, 1, '10/3', 'exact: a third'],
    [0.1, 0.3, 0.2, '5', 'exact where floating point is not: 0.1/0.2'],
  ])('from %s to %s at %s is %s of 10: %s', (baseline, expected, measured, score, because) => {
    expect(exactly([one(baseline, expected, measured)]), because).toBe(score);
  });

  test('is measured/expected where no baseline column is mapped', () => {
    const change = { mapping: { nytta: { baseline: null } } };
    const { result, rows } = sampleYear({ ...change, rows: { nytta: [one(90, 100, 95)] } });
    // 95/100, not 5/10
    expect(result.figures.benefit.figure).toMatchObject({ exact: '19/2' });
    expect(rows.benefits[0]?.baseline).toEqual({ kind: 'absent', reason: 'not-applicable' });
  });

  test('is in the list of rows both clipped and not', () => {
    const { rows } = sampleYear({ rows: { nytta: [one(0, 100, 130), one(0, 100, -20), one(0, 100, '')] } });
    expect(
      rows.benefits.map((row) =>
        [row.attainment, row.uncapped].map((share) => (share.kind === 'value' ? share.shown : share.reason)),
      ),
    ).toEqual([
      ['100.0', '130.0'],
      ['0.0', '-20.0'],
      ['missing', 'missing'],
    ]);
  });
});

describe('the cap', () => {
  // 40 %, 150 %, −30 %: clipped (0.4 + 1 + 0)/3, uncapped (0.4 + 1.5 − 0.3)/3 = 1.6/3
  const rows = [benefit(1, 40), benefit(2, 150), benefit(3, -30)];

  test('keeps over-delivery from hiding a miss; the uncapped figure stands beside', () => {
    expect(exactly(rows)).toBe('14/3');
    expect(exactly(rows, 'benefitUncapped')).toBe('16/3');
  });

  test('is a setting', () => {
    // (0.4 + 0.8 + 0)/3 × 10 = 4
    expect(exactly(rows, 'benefit', { method: { benefitCap: '0.8' } })).toBe('4');
    expect(exactly(rows, 'benefitUncapped', { method: { benefitCap: '0.8' } })).toBe('16/3');
  });

  test.each(['0', '1.01', '1,5', '-1', ''])('is over 0 and at most 1: "%s" is refused', (benefitCap) => {
    expect(() => resultOf(rows, { method: { benefitCap } })).toThrow(/cap|decimal/);
  });

  test('leaves the score between 0 and 10, the uncapped free', () => {
    expect(exactly([benefit(1, 500)])).toBe('10');
    expect(exactly([benefit(1, 500)], 'benefitUncapped')).toBe('50');
    expect(exactly([benefit(1, -500)])).toBe('0');
    expect(exactly([benefit(1, -500)], 'benefitUncapped')).toBe('-50');
  });
});

describe('weights', () => {
  test('weigh: Σ weight × attainment / Σ weight', () => {
    // (3 × 1 + 1 × 0.2)/4 = 0.8; (0.5 × 1 + 1 × 0.2)/1.5 = 0.7/1.5 = 7/15
    expect(exactly([benefit(1, 100, { Weight: 3 }), benefit(2, 20, { Weight: 1 })])).toBe('8');
    expect(exactly([benefit(1, 100, { Weight: '0,5' }), benefit(2, 20, { Weight: 1 })])).toBe('14/3');
  });

  test('are 1 where blank or not mapped', () => {
    // (1 × 1 + 3 × 0)/4 = 0.25; unmapped (1 + 0)/2 = 0.5
    const rows = [benefit(1, 100, { Weight: '' }), benefit(2, 0, { Weight: 3 })];
    expect(exactly(rows)).toBe('5/2');
    expect(exactly(rows, 'benefit', { mapping: { nytta: { weight: null } } })).toBe('5');
  });

  test('of 0 take no part, and all 0 give a reason, not a score', () => {
    expect(exactly([benefit(1, 100, { Weight: 0 }), benefit(2, 30)])).toBe('3');
    expect(exactly([benefit(1, 100, { Weight: 0 })])).toBe('insufficient');
    expect(exactly([benefit(1, 100, { Weight: 0 })], 'index')).toBe('insufficient');
  });

  test('of indicators that are not measured count for nothing', () => {
    expect(exactly([benefit(1, 30), benefit(2, '', { Weight: 1000 })])).toBe('3');
  });
});

describe('coverage', () => {
  const measured = (of: number, all: number) =>
    Array.from({ length: all }, (_, index) => benefit(index + 1, index < of ? 50 : null));

  test('is measured of valid rows of the year; rows set aside and other years are in neither', () => {
    const rows = [...measured(2, 3), one('', 100, 50), benefit(9, 50, { Year: 2024 })];
    // 2 of 3
    expect(exactly(rows, 'benefitCoverage')).toBe('200/3');
    expect(exactly(rows, 'measuredIndicators')).toBe('2');
    expect(exactly(rows, 'validIndicators')).toBe('3');
    // Read 5 = used 2 + left out 2 (not measured, other year) + set aside 1
    const { sources } = resultOf(rows);
    expect(sources.find(({ sourceId }) => sourceId === 'nytta')).toMatchObject({
      rowsRead: 5,
      rowsUsed: 2,
      rowsLeftOut: 2,
      rowsSetAside: 1,
    });
  });

  test('under the minimum is a warning; the score stands', () => {
    // 1 of 5 = 20 % < 25 %
    const { figures, findings } = resultOf(measured(1, 5));
    expect(findings).toMatchObject([{ rule: 'benefit-coverage-low', severity: 'warning' }]);
    expect(figures.benefit.figure).toMatchObject({ exact: '5' });
  });

  test('has its minimum as a setting', () => {
    const at = (minimumBenefitCoveragePercent: number) =>
      resultOf(measured(1, 2), { method: { minimumBenefitCoveragePercent } }).findings.length;
    expect([at(50), at(51)]).toEqual([0, 1]);
  });

  test('without a measured indicator leaves a coded reason', () => {
    expect(exactly(measured(0, 3))).toBe('insufficient');
    expect(exactly(measured(0, 3), 'benefitCoverage')).toBe('0');
    expect(exactly([one('', 100, 50)])).toBe('insufficient');
    expect(exactly([one('', 100, 50)], 'benefitCoverage')).toBe('insufficient');
    expect(exactly([])).toBe('missing');
    expect(exactly([benefit(1, 50, { Year: 2024 })])).toBe('missing');
  });
});

describe('kinds and portfolio objects', () => {
  const rows = [
    benefit(1, 20, { Object: 'Skola' }),
    benefit(2, 60, { Object: 'Skola', Kind: 'qualitative', Weight: 3 }),
    benefit(3, 150, { Object: 'Omsorg', Kind: 'annat' }),
    benefit(4, '', { Object: 'Omsorg', Kind: 'resource-releasing' }),
    benefit(5, 0, { Object: 'Skola', Kind: ' FINANCIAL ' }),
  ];

  test('each have their own score, of the indicators that are theirs', () => {
    const { benefit: groups } = resultOf(rows);
    const told = (of: typeof groups.kinds) =>
      of.map(({ name, valid, measured, score, uncapped }) => [
        name,
        valid,
        measured,
        ...[score, uncapped].map((figure) => (figure.kind === 'value' ? figure.exact : figure.reason)),
      ]);
    expect(told(groups.kinds)).toEqual([
      // (0.2 + 0)/2
      ['financial', 2, 2, '1', '1'],
      ['qualitative', 1, 1, '6', '6'],
      ['resource-releasing', 1, 0, 'insufficient', 'insufficient'],
      // 150 %: capped 10, uncapped 15
      ['unknown', 1, 1, '10', '15'],
    ]);
    expect(told(groups.objects)).toEqual([
      // (0.2 + 3 × 0.6 + 0)/5 = 0.4
      ['Skola', 3, 3, '4', '4'],
      ['Omsorg', 2, 1, '10', '15'],
    ]);
  });

  test('that are unknown are scored all the same, with a warning', () => {
    // (0.2 + 3 × 0.6 + 1 + 0)/6 = 3/6
    expect(exactly(rows)).toBe('5');
    const kinds = resultOf(rows).findings.filter(({ rule }) => rule === 'kind-unknown');
    expect(kinds).toMatchObject([{ severity: 'warning', rowIds: ['3'], detail: { kind: 'annat' } }]);
  });

  // METHOD section 1: names are compared trimmed, inner spaces collapsed, case folded.
  test('are one whatever the case of their name', () => {
    const { objects } = resultOf([
      benefit(1, 0, { Object: 'Skola' }),
      benefit(2, 0, { Object: 'SKOLA' }),
    ]).benefit;
    expect(objects.map(({ valid }) => valid)).toEqual([2]);
  });
});
