import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEmployeeSurveyIntake } from '#core/employee-survey/employee-survey-intake.ts';
import type { ListRow } from '#core/result/intake.ts';
import { DEFAULT_METHOD_SETTINGS } from '#core/settings/method-settings.ts';
import { answer, answersSource, surveySource, tallyOf } from './survey-rows.ts';

const valid = fc.integer({ min: 1, max: 5 });
const anything = fc.oneof(
  { weight: 5, arbitrary: valid },
  fc.constantFrom('4,0', ' 3 ', 'Vet ej', '', null, 'Instämmer helt', 'nja', 6, true),
);
const rowsOf = (answers: readonly (readonly [unknown, string])[]) =>
  answers.map(([said, unit], index) => answer(index + 1, said, unit));
const drawn = fc.array(fc.tuple(anything, fc.constantFrom('IT', 'it ', 'Vård', '')), { maxLength: 60 });

describe('the tally of answers', () => {
  test('reads 4, 4.0, " 4 ", "4,0" and labelled choices', () => {
    const said = [4, '4', '4.0', ' 4 ', '4,0', '4 – Instämmer', ' 4 –  INSTÄMMER'];
    const tally = tallyOf(said.map((value, id) => answer(id + 1, value)));
    expect(tally.groups).toEqual([{ path: [], counts: [0, 0, 0, 7, 0], typed: null, row: null }]);
    expect(tally).toMatchObject({ used: 7, leftOut: 0, setAside: 0, findings: [] });
  });

  test('leaves out "Vet ej", not applicable and blanks, and counts them', () => {
    const said = ['Vet ej', ' vet  EJ', 'Ej aktuellt', '', '  ', null, undefined];
    expect(tallyOf(said.map((value, id) => answer(id + 1, value)))).toMatchObject({
      used: 0,
      leftOut: 7,
      setAside: 0,
    });
  });

  test('the wordings that are left out are a setting', () => {
    const rows = [answer(1, 'Pass'), answer(2, 'Vet ej')];
    const method = { ...DEFAULT_METHOD_SETTINGS, leftOutAnswers: ['pass'] };
    expect(tallyOf(rows, answersSource, {}, method)).toMatchObject({ leftOut: 1, setAside: 1 });
  });

  test('sets everything else aside with row id and reason, and never shows the answer', () => {
    const said = [0, 6, 4.5, -4, 'hemligt', true, [1, 2], { a: 1 }, '4 5'];
    const tally = tallyOf(said.map((value, id) => answer(id + 1, value)));
    expect(tally).toMatchObject({ used: 0, setAside: 9 });
    expect(
      tally.findings.map(({ rule, valueClass, count, rowIds }) => [rule, valueClass, count, rowIds]),
    ).toEqual([
      ['answer-not-on-scale', 'boolean', 1, ['6']],
      ['answer-not-on-scale', 'list', 1, ['7']],
      ['answer-not-on-scale', 'number', 4, ['1', '2', '3', '4']],
      ['answer-not-on-scale', 'object', 1, ['8']],
      ['answer-not-on-scale', 'text', 2, ['5', '9']],
    ]);
    expect(JSON.stringify(tally)).not.toContain('hemligt');
  });

  test('passes over rows of other years, and sets aside those without', () => {
    const years = [2025, '2025', 2024, null, 'i år'];
    const tally = tallyOf(years.map((year, id) => answer(id + 1, 4, 'IT', year)));
    expect(tally).toMatchObject({ used: 2, otherYears: 1, setAside: 2, rowsRead: 5 });
    expect(tally.findings.map(({ rule, rowIds }) => [rule, rowIds])).toEqual([
      ['year-missing', ['4']],
      ['year-unreadable', ['5']],
    ]);
  });

  test('a row seen twice counts as it was last, its finding too', () => {
    expect(tallyOf([answer(7, 1, 'IT'), answer(7, 5, 'Vård')])).toMatchObject({ rowsRead: 1, used: 1 });
    const mended = tallyOf([answer(7, 'nja'), answer(7, 5)]);
    expect(mended).toMatchObject({ setAside: 0, findings: [], groups: [{ counts: [0, 0, 0, 0, 1] }] });
    const broken = tallyOf([answer(7, 5), answer(7, 'nja')]);
    expect(broken).toMatchObject({ setAside: 1, used: 0, findings: [{ rowIds: ['7'] }] });
  });

  test('tells rows apart whose ids only look alike', () => {
    const ids = ['7', '07', '7.0', ' 7', '', '0', '7e0'];
    expect(tallyOf(ids.map((id) => ({ ...answer(1, 4), id }))).rowsRead).toBe(ids.length);
  });

  test('takes list ids far apart', () => {
    const ids = [1, 5_000_000, 2_147_483_647, 3];
    expect(tallyOf(ids.map((id) => answer(id, 2)))).toMatchObject({ rowsRead: 4, used: 4 });
  });

  test('units by lookup are named by row id', () => {
    const rows = [17, '17', 4].map((unit, id) => ({
      id: String(id + 1),
      fields: { Svar: 4, EnhetLookupId: unit, Ar: 2025 },
    }));
    const tally = tallyOf(rows, answersSource, { Enhet: 'lookup' });
    expect(tally.unitsBy).toBe('row');
    expect(
      tally.groups.filter(({ counts }) => counts?.[3]).map(({ path, counts }) => [path, counts?.[3]]),
    ).toEqual([
      [['17'], 2],
      [['4'], 1],
    ]);
  });

  test('equal names under different parents are different units, whatever their spelling', () => {
    const source = surveySource({ form: 'answers', answer: 'Svar', unitPath: ['Namnd', 'Avdelning'] });
    const paths = [
      ['Vård', 'Stab'],
      ['Skola', 'Stab'],
      ['skola ', 'STAB'],
      ['Skola', ''],
      ['', 'Stab'],
    ];
    const rows = paths.map(([Namnd, Avdelning], id) => ({
      id: String(id),
      fields: { Svar: 4, Namnd, Avdelning },
    }));
    const tally = tallyOf(rows, source);
    const groups = tally.groups.map(({ path, counts }) => [path.join('/'), counts?.[3]]);
    expect(groups).toEqual([
      ['', 1],
      ['Vård/Stab', 1],
      ['Skola/STAB', 2],
      ['Skola', 1],
    ]);
  });

  test('does not depend on the order of rows', () => {
    const summary = (rows: ReturnType<typeof rowsOf>) => {
      const { groups, ...rest } = tallyOf(rows);
      return { ...rest, groups: [...groups].map((group) => JSON.stringify(group)).sort() };
    };
    fc.assert(
      fc.property(
        drawn.chain((answers) =>
          fc.tuple(
            fc.constant(answers),
            fc.shuffledSubarray([...answers.keys()], {
              minLength: answers.length,
              maxLength: answers.length,
            }),
          ),
        ),
        ([answers, order]) => {
          const rows = rowsOf(answers);
          expect(summary(order.map((place) => rows[place]!))).toEqual(summary(rows));
        },
      ),
    );
  });

  test('rows given again in any later order, as paging may, change nothing', () => {
    fc.assert(
      fc.property(drawn, fc.array(fc.nat({ max: 59 })), (answers, again) => {
        const rows = rowsOf(answers);
        const repeated = again.flatMap((place) => rows[place] ?? []);
        expect(tallyOf([...rows, ...repeated])).toEqual(tallyOf(rows));
      }),
    );
  });

  test('accounts for every row, whatever JSON it holds', () => {
    const names = fc.constantFrom('Svar', 'Enhet', 'EnhetLookupId', 'Ar');
    const untrusted = fc.array(
      fc.record({
        id: fc.string({ maxLength: 3 }),
        fields: fc.oneof(fc.dictionary(names, fc.jsonValue()), fc.jsonValue()) as fc.Arbitrary<
          ListRow['fields']
        >,
      }),
    );
    fc.assert(
      fc.property(untrusted, fc.constantFrom('text', 'lookup', 'number', 'date'), (rows, kind) => {
        const intake = createEmployeeSurveyIntake(answersSource, DEFAULT_METHOD_SETTINGS, 2025);
        intake.open(intake.columns.map((name) => ({ name, displayName: name, kind })));
        for (const row of rows) intake.addRow(row);
        const tally = intake.tally();
        expect(tally.rowsRead).toBe(new Set(rows.map(({ id }) => id)).size);
        expect(tally.used + tally.leftOut + tally.otherYears + tally.setAside).toBe(tally.rowsRead);
      }),
    );
  });
});
