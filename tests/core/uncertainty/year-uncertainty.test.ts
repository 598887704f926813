import { describe, expect, test } from 'vitest';
import { openView } from '#core/masking/open-view.ts';
import { exact, toQuotient } from '#core/number/exact.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { Range } from '#core/result/uncertainty-schema.ts';
import {
  maturityAnswers,
  sampleResult,
  YEAR,
  type Fields,
  type SampleChange,
} from '../result/sample-year.ts';

/** 1, 2, 2, 3 × 4, 4 × 7, 5 × 6: the mean is 3,75 and s² 103/76 (by hand: Σx = 75, Σx² = 307). */
const TWENTY = [1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5];
/** t(0,975; 19), from the tables. */
const T19 = 2.093024;

const survey = (values: readonly number[]): Fields[] =>
  values.map((Answer) => ({ Answer, Unit: 'A', Year: YEAR }));

/** Twenty answers of forty invited; of maturity twenty persons of forty, half of whom said 2 and half 4. */
function resultOf(change: SampleChange = {}): IndexResult {
  return sampleResult({
    source: { dimios: { invited: { [YEAR]: 40 } } },
    ...change,
    rows: {
      enheter: [{ UnitId: 'A', UnitName: 'Enhet A', Invited: 40 }],
      enkat: survey(TWENTY),
      dimios: [
        ...maturityAnswers(10, 2),
        ...maturityAnswers(10, 4).map((row) => ({ ...row, Person: `Q${String(row['Person'])}` })),
      ],
      ...change.rows,
    },
  });
}

const boundsOf = (range: Range) =>
  range.kind === 'range' ? [Number(range.low.value), Number(range.high.value)] : range.reason;
const shownOf = (range: Range) =>
  range.kind === 'range' ? [range.low.shown, range.high.shown] : range.reason;
const exactOf = (range: Range) =>
  range.kind === 'range' ? [range.low.value, range.high.value] : range.reason;
const about = (centre: number, half: number) => [
  expect.closeTo(centre - half, 5) as number,
  expect.closeTo(centre + half, 5) as number,
];

const employeeHalf = T19 * Math.sqrt((0.5 * (103 / 76)) / 20);
const maturityHalf = ((T19 * Math.sqrt((0.5 * (20 / 19)) / 20)) / 6) * 100;

describe('the uncertainty in a result', () => {
  test('is an interval and a worst case of the employee item, as mean and as percent', () => {
    const { employeeMean, employeePercent } = resultOf().uncertainty;
    expect(boundsOf(employeeMean.interval)).toEqual(about(3.75, employeeHalf));
    expect(boundsOf(employeePercent.interval)).toEqual(about(75, employeeHalf * 20));
    // Twenty silent at 1 and at 5: (75 + 20)/40 and (75 + 100)/40.
    expect(exactOf(employeeMean.worstCase)).toEqual(['19/8', '35/8']);
    expect(exactOf(employeePercent.worstCase)).toEqual(['95/2', '175/2']);
    expect(shownOf(employeeMean.worstCase)).toEqual(['2.38', '4.38']);
  });

  test('is the same of maturity, by persons', () => {
    const { maturityPercent } = resultOf().uncertainty;
    expect(boundsOf(maturityPercent.interval)).toEqual(about(50, maturityHalf));
    expect(exactOf(maturityPercent.worstCase)).toEqual(['100/3', '75']);
  });

  test('is carried into preconditions and index: intervals by squares, worst cases linearly', () => {
    const { preconditions, index } = resultOf().uncertainty;
    const half = Math.hypot(employeeHalf * 20, maturityHalf) / 20;
    expect(boundsOf(preconditions.interval)).toEqual(about(6.25, half));
    expect(exactOf(preconditions.worstCase)).toEqual(['97/24', '65/8']);
    const at = (6.25 + 8 + 7.5) / 3;
    expect(boundsOf(index.interval)).toEqual(about(at, half / 3));
    const low = exact('97/24').add(8).add('15/2').div(3);
    expect(exactOf(index.worstCase)[0]).toBe(toQuotient(low));
  });

  test('follows the conversion to percent', () => {
    const method = { employeeConversion: 'range', maturityNormalisation: 'range' };
    const { employeePercent, maturityPercent } = resultOf({ method }).uncertainty;
    expect(boundsOf(employeePercent.interval)).toEqual(about(68.75, employeeHalf * 25));
    expect(boundsOf(maturityPercent.interval)).toEqual(about(40, (maturityHalf * 6) / 5));
  });

  test('is the worst case only where maturity is published, also in what is built on it', () => {
    const publishedFigures = [{ year: YEAR, figure: 'maturityPercent', value: '60', source: 'DiMiOS' }];
    const { maturityPercent, preconditions, index } = resultOf({ publishedFigures }).uncertainty;
    expect(maturityPercent.interval).toEqual({ kind: 'absent', reason: 'missing' });
    expect(exactOf(maturityPercent.worstCase)).toEqual(['115/3', '80']);
    for (const one of [preconditions, index]) {
      expect(one.interval).toEqual({ kind: 'absent', reason: 'missing' });
      expect(one.worstCase.kind).toBe('range');
    }
  });

  test('has no interval under twenty answers, and none of what is built on it', () => {
    const { employeeMean, preconditions } = resultOf({
      rows: { enkat: survey(TWENTY.slice(1)) },
    }).uncertainty;
    for (const one of [employeeMean, preconditions]) {
      expect(one.interval).toEqual({ kind: 'absent', reason: 'suppressed' });
      expect(one.worstCase.kind).toBe('range');
    }
  });

  test('has no interval where all answered alike, since it would tell what', () => {
    const alike = resultOf({ rows: { enkat: survey(TWENTY.map(() => 4)), dimios: maturityAnswers(20) } });
    expect(alike.uncertainty.employeeMean.interval).toEqual({ kind: 'absent', reason: 'suppressed' });
    expect(alike.uncertainty.maturityPercent.interval).toEqual({ kind: 'absent', reason: 'suppressed' });
  });

  test('has no width where everybody who was invited answered', () => {
    const { employeeMean } = resultOf({
      rows: { enheter: [{ UnitId: 'A', UnitName: 'Enhet A', Invited: 20 }] },
    }).uncertainty;
    expect(shownOf(employeeMean.interval)).toEqual(['3.75', '3.75']);
    expect(exactOf(employeeMean.worstCase)).toEqual(['15/4', '15/4']);
  });

  test('is missing where the invited number is not known, and pending while a round is open', () => {
    const unknown = resultOf({ rows: { enheter: [{ UnitId: 'A', UnitName: 'Enhet A' }] } }).uncertainty;
    expect(unknown.employeeMean.interval).toEqual({ kind: 'absent', reason: 'missing' });
    const open = resultOf({ source: { enkat: { closesOn: `${YEAR + 1}-06-01` } } }).uncertainty;
    expect(open.employeeMean).toEqual({
      interval: { kind: 'absent', reason: 'pending' },
      worstCase: { kind: 'absent', reason: 'pending' },
    });
  });

  test('goes with the bands where a group gave answers that nobody else gave', () => {
    // Unit B said 3 to a man and nobody else said 2 or 4: of the organisation's answers no others have its sum.
    const rows = [
      ...Array.from({ length: 12 }, () => ({ Answer: 3, Unit: 'B', Year: YEAR })),
      ...Array.from({ length: 24 }, (_, index) => ({
        Answer: index % 2 === 0 ? 1 : 5,
        Unit: 'A',
        Year: YEAR,
      })),
    ];
    const units = ['A', 'B'].map((UnitId) => ({ UnitId, UnitName: UnitId, Invited: 60 }));
    const { uncertainty, employeeSurvey } = resultOf({ rows: { enkat: rows, enheter: units } });
    expect(employeeSurvey.units.map(({ n }) => n.kind)).toEqual(['value', 'value']);
    expect(uncertainty.employeeMean.interval).toEqual({ kind: 'absent', reason: 'suppressed' });
  });

  test('is hidden in the open view with the figures and the bands that it is of', () => {
    const result = resultOf({ method: { minimumOpenGroupSize: 25 } });
    expect(result.uncertainty.index.interval.kind).toBe('range');
    const { uncertainty } = openView(result);
    for (const one of Object.values(uncertainty)) {
      expect([one.interval.kind, one.worstCase.kind]).toEqual(['absent', 'absent']);
    }
    const bands = openView(resultOf({ method: { minimumDistributionSize: 20 } })).uncertainty;
    expect([bands.employeeMean.interval.kind, bands.employeeMean.worstCase.kind]).toEqual([
      'absent',
      'range',
    ]);
    expect([bands.index.interval.kind, bands.maturityPercent.interval.kind]).toEqual(['absent', 'range']);
  });
});

describe('the mark of a clear difference', () => {
  const rows = (unit: string, values: readonly number[]) =>
    values.map((Answer) => ({ Answer, Unit: unit, Year: YEAR }));
  const units = ['A', 'B', 'C'].map((UnitId) => ({ UnitId, UnitName: UnitId, Invited: 100 }));
  const marked = resultOf({
    rows: {
      enheter: units,
      enkat: [
        ...rows('A', [...TWENTY, ...TWENTY]),
        ...rows('B', [1, 1, 2, 2, 1, 2, 3, 1, 2, 1, 2, 1]),
        ...rows('C', [1, 1, 2, 1, 2, 1]),
      ],
    },
  });

  test('stands on a shown unit that differs, and on none that is under ten', () => {
    const marks = marked.employeeSurvey.units.map(({ id, n, difference }) => [id, n.kind, difference]);
    expect(marks).toEqual([
      ['A', 'value', 'higher'],
      ['B', 'value', 'lower'],
      ['C', 'value', 'none'],
    ]);
  });

  test('goes with the unit in the open view', () => {
    const open = openView({
      ...marked,
      employeeSurvey: {
        ...marked.employeeSurvey,
        units: marked.employeeSurvey.units.map((unit) => ({ ...unit, openFigures: unit.id === 'A' })),
      },
    });
    expect(open.employeeSurvey.units.map(({ difference }) => difference)).toEqual(['higher', 'none', 'none']);
  });
});
