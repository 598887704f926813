import { describe, expect, test } from 'vitest';
import type { Circumstances } from '../support/compute.ts';
import { benefit, initiative, sampleYear, type Fields } from '../result/sample-year.ts';

/** The benefits that count, and the rules that set the others aside. */
function read(nytta: readonly Fields[], mapping: Fields, circumstances: Circumstances = {}) {
  const initiativ = [
    initiative(1),
    initiative(2, 'realised', { Year: 2024 }),
    initiative(3, 'proposed'),
    initiative(4, 'okänd'),
    initiative(5, 'realised', { Year: '' }),
  ];
  const { result, rows } = sampleYear(
    { mapping: { nytta: mapping }, rows: { nytta, initiativ } },
    circumstances,
  );
  const findings = result.findings.filter(({ sourceId }) => sourceId === 'nytta');
  return {
    counted: rows.benefits.map(({ rowId }) => rowId),
    setAside: findings.map(({ rule, rowIds }) => [rule, ...rowIds]),
    initiatives: rows.benefits.map((row) => row.initiative),
    delivery: result.figures.delivery.figure,
  };
}

describe("a benefit's year", () => {
  test("is its initiative's, by id or title, where that is the rule", () => {
    const names = ['I-1', ' initiativ  3 ', 'I-2', 'I-99', '', 'i-1'];
    const rows = names.map((name, index) => benefit(index + 1, 50, { Initiative: name, Year: 2025 }));
    const { counted, setAside, initiatives } = read(rows, { yearRule: 'initiative' });
    // I-2 is of 2024; the cell of the year column says nothing here.
    expect(counted).toEqual(['1', '2', '6']);
    expect(initiatives).toEqual(['Initiativ 1', 'Initiativ 3', 'Initiativ 1']);
    expect(setAside.flat().sort()).toEqual(expect.arrayContaining(['4', '5', 'year-missing']));
  });

  test("is its initiative's by row id, where the column is a lookup", () => {
    const rows = [1, 2, 77].map((id) => benefit(id, 50, { InitiativeLookupId: String(id) }));
    const { counted } = read(rows, { yearRule: 'initiative' }, { kinds: { Initiative: 'lookup' } });
    expect(counted).toEqual(['1']);
  });

  test('is that of an initiative whose status is not mapped: it has a year all the same', () => {
    const { counted } = read([benefit(1, 50, { Initiative: 'I-4' })], { yearRule: 'initiative' });
    expect(counted).toEqual(['1']);
  });

  test('is the measured-on date where that column is mapped, read in Stockholm', () => {
    const on = (When: unknown, number: number) => benefit(number, 50, { When });
    const { counted, setAside } = read(
      [on('2025-12-31T22:59:00Z', 1), on('2025-12-31T23:00:00Z', 2), on('', 3), on('i mars', 4)],
      { year: 'When' },
      { kinds: { When: 'date-time' } },
    );
    expect(counted).toEqual(['1']);
    expect(setAside).toEqual([
      ['year-missing', '3'],
      ['year-unreadable', '4'],
    ]);
  });

  test('by the column stands even where the initiative is of another year', () => {
    const { counted, setAside } = read([benefit(1, 50, { Initiative: 'I-2' })], {});
    expect([counted, setAside]).toEqual([['1'], []]);
  });

  test('that names an initiative set aside for want of a year finds none', () => {
    const { counted, setAside } = read([benefit(1, 50, { Initiative: 'I-5' })], { yearRule: 'initiative' });
    expect([counted, setAside]).toEqual([[], [['year-missing', '1']]]);
  });
});

describe('an invalid row', () => {
  test.each([
    ['a blank baseline', { Baseline: '' }, 'baseline-blank', 'Baseline'],
    ['an unreadable baseline', { Baseline: 'cirka 5' }, 'not-a-number', 'Baseline'],
    ['a blank expectation', { Expected: null }, 'not-a-number', 'Expected'],
    ['an expectation equal to the baseline', { Expected: '0,00' }, 'expected-equals-baseline', 'Expected'],
    ['a negative weight', { Weight: -0.01 }, 'negative-weight', 'Weight'],
    ['a weight that is no number', { Weight: 'stor' }, 'not-a-number', 'Weight'],
    ['a measure that is no number', { Measured: [1, 2] }, 'not-a-number', 'Measured'],
    ['a percent sign where a number is expected', { Measured: '50 %' }, 'not-a-number', 'Measured'],
  ])('has %s: it is set aside and named, and scores nothing', (_what, fields, rule, column) => {
    const { result, rows } = sampleYear({ rows: { nytta: [benefit(1, 30), benefit(2, 100, fields)] } });
    expect(rows.benefits.map(({ rowId }) => rowId)).toEqual(['1']);
    expect(result.findings).toMatchObject([{ rule, column, sourceId: 'nytta', rowIds: ['2'], count: 1 }]);
    expect(result.figures.benefit.figure).toMatchObject({ exact: '3' });
  });
});
