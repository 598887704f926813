import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMaturityIntake } from '#core/maturity/maturity-intake.ts';
import { toQuotient } from '#core/number/exact.ts';
import { MATURITY_AREA_IDS } from '#core/result/figure-ids.ts';
import type { ListRow } from '#core/result/intake.ts';
import { DEFAULT_METHOD_SETTINGS } from '#core/settings/method-settings.ts';
import { COLUMNS, everyArea, maturitySource, rowOf, tallyOf, type Said } from './maturity-rows.ts';

const said = fc.record({
  person: fc.integer({ min: 1, max: 12 }),
  area: fc.constantFrom(...MATURITY_AREA_IDS),
  statement: fc.constantFrom('A', 'B', 'C'),
  answer: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 6 }) },
    fc.constantFrom('Vet ej', '', 'sju', 9),
  ),
  unit: fc.constantFrom('IT', 'Vård', 'Skola'),
});

describe('the tally of maturity answers', () => {
  test('counts persons, not answers', () => {
    const tally = tallyOf(everyArea(7, () => 4).map(rowOf));
    expect(tally).toMatchObject({
      persons: 7,
      used: 42,
      leftOut: 0,
      setAside: 0,
      rowsRead: 42,
      invited: 220,
    });
    expect(tally.areaPersons.users).toBe(7);
  });

  test('leaves out "Vet ej" and blanks, and counts them', () => {
    const answers = ['Vet ej', ' vet  EJ ', '', null, 5];
    const tally = tallyOf(answers.map((answer, id) => rowOf({ person: id, area: 'users', answer }, id + 1)));
    expect(tally).toMatchObject({ persons: 1, used: 1, leftOut: 4 });
    expect(tally.findings).toEqual([]);
  });

  test('reads 4, 4.0, " 4 " and "4,0" alike, and sets everything else aside by its kind alone', () => {
    const answers = [4, '4.0', ' 4 ', '4,0', 0, 7, 4.5, 'fyra', true, [4, 5], { answer: 4 }];
    const tally = tallyOf(answers.map((answer, id) => rowOf({ person: id, area: 'users', answer }, id + 1)));
    expect(tally).toMatchObject({ used: 4, setAside: 7 });
    expect(tally.statements).toEqual([{ name: 'Vi mäter nyttan', area: 'users', n: 4, sum: 16 }]);
    expect(tally.findings.map(({ rule, valueClass, count }) => [rule, valueClass, count])).toEqual([
      ['answer-not-on-scale', 'boolean', 1],
      ['answer-not-on-scale', 'list', 1],
      ['answer-not-on-scale', 'object', 1],
      ['answer-not-on-scale', 'text', 4],
    ]);
    expect(JSON.stringify(tally.findings)).not.toContain('fyra');
  });

  test('sets aside rows without respondent, with an unknown area, without a statement or a year', () => {
    const good = rowOf({ person: 1, area: 'users', answer: 4 }, 1);
    const without = (id: string, change: Record<string, unknown>) => ({
      id,
      fields: { ...good.fields, ...change },
    });
    const tally = tallyOf([
      good,
      without('2', { PersonLookupId: null }),
      without('3', { Area: 'Ekonomi' }),
      without('4', { Statement: '  ' }),
      without('5', { Year: null }),
      without('6', { Year: 'i fjol' }),
      without('7', { Year: 2024 }),
    ]);
    expect(tally).toMatchObject({ rowsRead: 7, used: 1, setAside: 5, otherYears: 1 });
    expect(tally.findings.map(({ rule, rowIds }) => [rule, rowIds])).toEqual([
      ['area-unknown', ['3']],
      ['respondent-missing', ['2']],
      ['title-missing', ['4']],
      ['year-missing', ['5']],
      ['year-unreadable', ['6']],
    ]);
  });

  test('a row seen twice counts as it was last', () => {
    const [first, second] = [2, 6].map((answer) => rowOf({ person: 1, area: 'users', answer }, 5));
    expect(tallyOf([first!, second!])).toMatchObject({
      rowsRead: 1,
      used: 1,
      statements: [{ n: 1, sum: 6 }],
    });
    const mended = tallyOf([rowOf({ person: 1, area: 'users', answer: 'x' }, 5), second!]);
    expect(mended).toMatchObject({ setAside: 0, findings: [] });
  });

  test('a respondent who answered a statement twice counts by the row with the highest id, in any order', () => {
    const rows = [2, 6].map((answer, id) => rowOf({ person: 1, area: 'users', answer }, id + 9));
    for (const order of [rows, [...rows].reverse()]) {
      const tally = tallyOf(order);
      expect(tally).toMatchObject({ persons: 1, used: 1, setAside: 1, statements: [{ n: 1, sum: 6 }] });
      expect(tally.findings).toMatchObject([{ rule: 'answered-twice', count: 1 }]);
    }
  });

  test('statements that differ in spaces and case are one; the same words in two areas are two, with a warning', () => {
    const tally = tallyOf([
      rowOf({ person: 1, area: 'users', statement: 'Vi delar  data', answer: 4 }, 1),
      rowOf({ person: 2, area: 'users', statement: 'vi delar data ', answer: 5 }, 2),
      rowOf({ person: 1, area: 'technology', statement: 'Vi delar data', answer: 2 }, 3),
    ]);
    expect(tally.statements).toEqual([
      { name: 'Vi delar data', area: 'technology', n: 1, sum: 2 },
      { name: 'Vi delar data', area: 'users', n: 2, sum: 9 },
    ]);
    expect(tally.findings).toMatchObject([
      { rule: 'statement-in-two-areas', detail: { statement: 'Vi delar data' } },
    ]);
  });

  test('nobody is counted in two units: the last row that names one decides', () => {
    const tally = tallyOf([
      rowOf({ person: 1, area: 'users', answer: 4, unit: 'IT' }, 1),
      rowOf({ person: 1, area: 'technology', answer: 4, unit: 'Skola' }, 2),
      rowOf({ person: 1, area: 'organisation', answer: 4 }, 3),
    ]);
    expect(tally.groups).toMatchObject([{ unitKey: 'Skola', persons: 1 }]);
  });

  test('keeps the moments of person means, each built like the score; a person with an empty area is left out', () => {
    const rows: Said[] = [
      ...everyArea(2, (person) => person * 2),
      { person: 2, area: 'users', statement: 'Till', answer: 6 },
      { person: 3, area: 'users', answer: 1 },
    ];
    const { hierarchical, flat } = tallyOf(rows.map(rowOf)).personMeans;
    // Person 1: 2. Person 2: areas 4, 4, 4, 4, (4+6)/2, 4 → 25/6; flat (24+6)/7 = 30/7.
    expect([hierarchical.n, toQuotient(hierarchical.sum), toQuotient(hierarchical.sumOfSquares)]).toEqual([
      2,
      '37/6',
      '769/36',
    ]);
    expect([flat.n, toQuotient(flat.sum), toQuotient(flat.sumOfSquares)]).toEqual([2, '44/7', '1096/49']);
  });

  test('holds neither respondents nor answers that were set aside', () => {
    const rows = [
      { ...rowOf({ person: 987_654, area: 'users', answer: 4 }, 1) },
      { ...rowOf({ person: 987_654, area: 'technology', answer: 'hemligt svar' }, 2) },
    ];
    const text = JSON.stringify(tallyOf(rows), (_, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
    expect(text).not.toContain('987654');
    expect(text).not.toContain('hemligt');
  });

  test('does not depend on the order of rows', () => {
    const plain = (rows: readonly Said[], order: readonly number[]) => {
      const all = rows.map(rowOf);
      const tally = tallyOf(order.map((place) => all[place]!));
      return JSON.stringify(tally, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
    };
    fc.assert(
      fc.property(
        fc
          .array(said, { maxLength: 40 })
          .chain((rows) =>
            fc.tuple(
              fc.constant(rows),
              fc.shuffledSubarray([...rows.keys()], { minLength: rows.length, maxLength: rows.length }),
            ),
          ),
        ([rows, order]) => {
          expect(plain(rows, order)).toBe(plain(rows, [...rows.keys()]));
        },
      ),
    );
  });

  test('accounts for every row, whatever JSON it holds', () => {
    const names = fc.constantFrom('PersonLookupId', 'Statement', 'Area', 'Answer', 'Unit', 'Year', 'Person');
    const rows = fc.array(
      fc.record({
        id: fc.string({ maxLength: 3 }),
        fields: fc.oneof(fc.dictionary(names, fc.jsonValue()), fc.jsonValue()) as fc.Arbitrary<
          ListRow['fields']
        >,
      }),
    );
    fc.assert(
      fc.property(rows, (untrusted) => {
        const intake = createMaturityIntake(maturitySource, DEFAULT_METHOD_SETTINGS, 2025);
        intake.open(COLUMNS);
        for (const row of untrusted) intake.addRow(row);
        const tally = intake.tally();
        expect(tally.rowsRead).toBe(new Set(untrusted.map(({ id }) => id)).size);
        expect(tally.used + tally.leftOut + tally.otherYears + tally.setAside).toBe(tally.rowsRead);
        expect(intake.rowsRead()).toBe(tally.rowsRead);
      }),
    );
  });
});
