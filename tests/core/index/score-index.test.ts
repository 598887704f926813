import { describe, expect, test } from 'vitest';
import { INDEX_WEIGHTS } from '#core/index/index-weights.ts';
import { scoreIndex, scorePreconditions } from '#core/index/score-index.ts';
import { exact } from '#core/number/exact.ts';
import { absent, present, toResultFigure, type AbsenceReason, type Figure } from '#core/result/figure.ts';
import { sampleResult, type SampleChange } from '../result/sample-year.ts';

const of = (value: string): Figure => present(exact(value));
const indexOf = (preconditions: string, delivery: string, benefit: string) =>
  toResultFigure(
    scoreIndex({ preconditions: of(preconditions), delivery: of(delivery), benefit: of(benefit) }),
    'score',
  );

describe('weights', () => {
  test('are 1/6, 1/6, 1/3 and 1/3, sum to 1 and name their source', () => {
    const { maturity, employee, delivery, benefit } = INDEX_WEIGHTS;
    expect([maturity, employee, delivery, benefit].map(({ weight }) => weight)).toEqual([
      '1/6',
      '1/6',
      '1/3',
      '1/3',
    ]);
    const sum = Object.values(INDEX_WEIGHTS).reduce((total, { weight }) => total.add(weight), exact(0));
    expect(sum.equals(1)).toBe(true);
    expect(Object.values(INDEX_WEIGHTS).every(({ source }) => source.includes('Nacka'))).toBe(true);
  });

  test('show in what a point of each part does to the index', () => {
    const start = exact('43/6');
    const index = (change: SampleChange) => {
      const { figure } = sampleResult(change).figures.index;
      return figure.kind === 'value' && figure.exact !== null ? exact(figure.exact).sub(start) : null;
    };
    const figure = (id: string, value: string): SampleChange => ({
      publishedFigures: [{ year: 2025, figure: id, value, source: 'R' }],
    });
    // Without rows the published stands. Percent: 50 → 56 and 70 → 76 are 6/60; scores: 8 → 9 and 7.5 → 8.5 are 1/3.
    const moves = [
      index({ ...figure('maturityPercent', '56'), rows: { dimios: [] } }),
      index({ ...figure('employeePercent', '76'), rows: { enkat: [] } }),
      index({ ...figure('delivery', '9'), rows: { initiativ: [] } }),
      index({ ...figure('benefit', '8.5'), rows: { nytta: [] } }),
    ];
    expect(moves.map((move) => move?.toFraction())).toEqual(['1/10', '1/10', '1/3', '1/3']);
  });
});

describe('preconditions', () => {
  test('are half maturity and half employee item, out of ten', () => {
    // (65.1 + 74.4)/2/10 = 6.975 → 7.0
    expect(
      toResultFigure(
        scorePreconditions({ maturityPercent: of('65.1'), employeePercent: of('74.4') }),
        'score',
      ),
    ).toEqual({ kind: 'value', shown: '7.0', exact: '279/40' });
  });

  test('run from 1.8 on, by share-of-max: 20 % and 16.7 % are the least that anybody can answer', () => {
    // (20 + 100/6)/20 = 11/6 = 1.83…
    const least = scorePreconditions({ maturityPercent: of('100/6'), employeePercent: of('20') });
    expect(toResultFigure(least, 'score')).toEqual({ kind: 'value', shown: '1.8', exact: '11/6' });
  });
});

describe('the index', () => {
  test('of 2025 is 8,2 from 7,0 (6,975), 8,8 and 8,7', () => {
    // 24.475/3 = 8.158…
    expect(indexOf('6.975', '8.8', '8.7')).toEqual({ kind: 'value', shown: '8.2', exact: '979/120' });
  });

  test('rounds at the end only, half away from zero', () => {
    // 8.05 + 8.05 + 8.04 = 24.14 → 8.046… → 8.0; of rounded components it would be 24.2/3 = 8.066… → 8.1.
    expect(indexOf('8.05', '8.05', '8.04')).toMatchObject({ shown: '8.0' });
    // 24.15/3 = 8.05 exactly
    expect(indexOf('8', '8', '8.15')).toEqual({ kind: 'value', shown: '8.1', exact: '161/20' });
    expect(indexOf('8', '8', '8.149999999999999999999')).toMatchObject({ shown: '8.0' });
  });

  test('is 0 to 10', () => {
    expect(indexOf('0', '0', '0')).toMatchObject({ shown: '0.0' });
    expect(indexOf('10', '10', '10')).toMatchObject({ shown: '10.0' });
  });

  const NONE = { rows: { dimios: [] } };
  test.each([
    ['maturity', NONE, ['preconditions', 'index'], ['delivery', 'benefit', 'employeePercent']],
    [
      'the employee item',
      { rows: { enkat: [] } },
      ['preconditions', 'index'],
      ['delivery', 'benefit', 'maturityPercent'],
    ],
    ['delivery', { rows: { initiativ: [] } }, ['delivery', 'index'], ['preconditions', 'benefit']],
    ['benefit', { rows: { nytta: [] } }, ['benefit', 'index'], ['preconditions', 'delivery']],
  ] as const)('without %s is missing, not zero, and the other parts stand', (_what, change, gone, there) => {
    const { figures } = sampleResult(change);
    for (const id of gone) expect(figures[id].figure).toEqual({ kind: 'absent', reason: 'missing' });
    for (const id of there) expect(figures[id].figure.kind).toBe('value');
  });

  const ORDER: readonly AbsenceReason[] = ['invalid', 'suppressed', 'pending', 'insufficient', 'missing'];
  test('inherits the strongest reason: invalid > suppressed > pending > insufficient > missing', () => {
    for (const [rank, strong] of ORDER.entries()) {
      for (const weak of ORDER.slice(rank)) {
        const parts = [absent(weak), absent(strong), of('8')] as const;
        const [a, b, c] = parts;
        expect(scoreIndex({ preconditions: a, delivery: b, benefit: c })).toEqual(absent(strong));
        expect(scoreIndex({ preconditions: b, delivery: c, benefit: a })).toEqual(absent(strong));
      }
    }
  });

  test('never inherits "not applicable"', () => {
    const none = absent('not-applicable');
    expect(scoreIndex({ preconditions: none, delivery: of('8'), benefit: of('8') })).toEqual(
      absent('missing'),
    );
    expect(scoreIndex({ preconditions: none, delivery: absent('pending'), benefit: of('8') })).toEqual(
      absent('pending'),
    );
  });

  test('waits for the survey: pending to the end of the closing day in Stockholm', () => {
    const at = (now: string) => sampleResult({}, { now }).figures.index.figure;
    // The sample's round closes on 31 October; 1 November begins at 23:00Z (winter time since 26 October).
    expect(at('2025-10-31T22:59:59Z')).toEqual(absent('pending'));
    expect(at('2025-10-31T23:00:00Z')).toMatchObject({ shown: '7.2' });
  });

  test('says its formula with the numbers put in, and the way down', () => {
    const { formula, inputs, origin, recomputable } = sampleResult().figures.index;
    expect(formula).toBe('({preconditions} + {delivery} + {benefit}) / 3');
    expect(inputs.map(({ figure, value }) => [figure, value.kind === 'value' && value.exact])).toEqual([
      ['preconditions', '6'],
      ['delivery', '8'],
      ['benefit', '15/2'],
    ]);
    expect([origin, recomputable]).toEqual(['computed', true]);
  });
});
