import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UnitRow } from '#core/result/survey-schema.ts';
import { DEFAULT_METHOD_SETTINGS } from '#core/settings/method-settings.ts';
import { answersOf, directory, scoreOf, show, tallyOf } from './survey-rows.ts';

const times = (count: number, value: number) => Array.from({ length: count }, () => value);
const spread = [1, 2, 3, 4, 5, 4, 3, 5, 2, 4];
const rowOf = (units: readonly UnitRow[], id: string) => units.find((unit) => unit.id === id);

describe('the employee item', () => {
  test('of 120 answers with the sum 393 shows 3.28, exactly 393/120', () => {
    const { score } = scoreOf(tallyOf(answersOf({ '': [...times(33, 4), ...times(87, 3)] })));
    expect(show(score.mean, 'mean')).toBe('3.28');
    expect(score.mean.kind === 'value' && score.mean.value.toFraction()).toBe('131/40');
    expect(show(score.percent, 'percent')).toBe('65.5');
  });

  test('3.72 of 5 is 74.4 percent as a share of the maximum, 68.0 by range', () => {
    const tally = tallyOf(answersOf({ '': [...times(18, 4), ...times(7, 3)] }));
    expect(show(scoreOf(tally).score.mean, 'mean')).toBe('3.72');
    expect(show(scoreOf(tally).score.percent, 'percent')).toBe('74.4');
    const range = { ...DEFAULT_METHOD_SETTINGS, employeeConversion: 'range' as const };
    expect(show(scoreOf(tally, null, range).score.percent, 'percent')).toBe('68.0');
  });

  test('has bands 4–5, 3 and 1–2 as shares of valid answers', () => {
    const { score, leftOut } = scoreOf(tallyOf(answersOf({ '': [...spread, 'Vet ej', ''] })));
    expect([score.positive, score.neutral, score.negative].map((share) => show(share, 'percent'))).toEqual([
      '50.0',
      '20.0',
      '30.0',
    ]);
    expect(show(leftOut, 'count')).toBe('2');
  });

  test('without answers is missing, never zero', () => {
    const { score, responseRate } = scoreOf(tallyOf([]));
    expect(
      [score.n, score.mean, score.percent, score.positive].map((figure) => show(figure, 'mean')),
    ).toEqual(Array(4).fill('missing'));
    expect(show(responseRate, 'percent')).toBe('missing');
  });

  test('is hidden for an organisation of fewer than five answers', () => {
    const { score, leftOut } = scoreOf(tallyOf(answersOf({ '': [2, 3, 4, 3, 'Vet ej'] })));
    expect([score.n, score.mean, score.percent].map((figure) => show(figure, 'mean'))).toEqual(
      Array(3).fill('suppressed'),
    );
    expect(show(leftOut, 'count')).toBe('suppressed');
  });

  test('is pending while the round is open: only the number of answers, in steps of ten', () => {
    const tally = tallyOf(answersOf({ IT: [...spread, ...spread, 4, 4, 4, 4, 4, 4, 4] }));
    const open = scoreOf(tally, directory('IT=40'), undefined, '2025-10-31T22:00:00Z');
    expect(open.closed).toBe(false);
    expect(show(open.score.n, 'count')).toBe('20');
    expect([open.score.mean, open.responseRate, open.leftOut].map((figure) => show(figure, 'mean'))).toEqual(
      Array(3).fill('pending'),
    );
    expect(open.units).toEqual([]);
    expect(scoreOf(tally, null, undefined, '2025-10-31T23:00:00Z').closed).toBe(true);
  });

  test('adding persons who answered nothing changes no figure but the count of those left out', () => {
    const given = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 });
    const nothing = fc.array(fc.constantFrom('', 'Vet ej', null, ' ej aktuellt'), { maxLength: 10 });
    fc.assert(
      fc.property(given, nothing, (answers, silent) => {
        const before = scoreOf(tallyOf(answersOf({ A: answers, B: spread })));
        const after = scoreOf(tallyOf(answersOf({ A: [...answers, ...silent], B: [...spread, ...silent] })));
        expect(after.score).toEqual(before.score);
        expect(after.units.filter((unit) => unit.n.kind === 'value')).toEqual(
          before.units.filter((unit) => unit.n.kind === 'value'),
        );
      }),
    );
  });

  test("splitting a unit's answers over spellings and pages changes nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), fc.nat(), (answers, cut) => {
        const place = cut % answers.length;
        const whole = scoreOf(tallyOf(answersOf({ Vård: answers, IT: spread })), directory('Vård', 'IT'));
        const split = scoreOf(
          tallyOf(answersOf({ ' VÅRD': answers.slice(0, place), IT: spread, vård: answers.slice(place) })),
          directory('Vård', 'IT'),
        );
        expect([split.score, split.units]).toEqual([whole.score, whole.units]);
      }),
    );
  });
});

describe('the table of units', () => {
  test("holds a parent's own answers and its descendants', depth first", () => {
    const survey = scoreOf(
      tallyOf(answersOf({ A: spread, B: times(6, 3), C: [...spread, ...spread] })),
      directory('A', 'B<A', 'C'),
    );
    expect(survey.units.map(({ id, depth, parentId }) => [id, depth, parentId])).toEqual([
      ['A', 0, null],
      ['B', 1, 'A'],
      ['C', 0, null],
    ]);
    expect(rowOf(survey.units, 'A')).toMatchObject({ n: { shown: '16', exact: null } });
  });

  test('hides everything of a hidden unit, for one reason', () => {
    const survey = scoreOf(
      tallyOf(answersOf({ A: [...spread, ...spread], B: [4, 4, 2, 3], C: spread })),
      directory('A=30', 'B=9', 'C=12'),
    );
    const hidden = survey.units.filter(({ n }) => n.kind === 'absent');
    expect(hidden.map(({ id }) => id)).toEqual(['B', 'C']);
    for (const { n, mean, percent, responseRate, positive, neutral, negative, ...row } of hidden) {
      for (const figure of [n, mean, percent, responseRate, positive, neutral, negative]) {
        expect(figure).toEqual({ kind: 'absent', reason: 'suppressed' });
      }
      expect([row.openFigures, row.openBands]).toEqual([false, false]);
    }
  });

  test('counts answers of unknown units in the total only, and says so', () => {
    const survey = scoreOf(
      tallyOf(answersOf({ A: [...spread, 3, 4], Okänd: [1, 2, 3, 4, 5, 3], '': times(5, 3) })),
      directory('A'),
    );
    expect(show(survey.score.n, 'count')).toBe('23');
    expect(survey.units.map(({ id }) => id)).toEqual(['A']);
    expect(survey.findings).toMatchObject([{ rule: 'unit-unknown', count: 1, rowIds: [], detail: {} }]);
  });

  test('gives a unit without answers as missing', () => {
    const survey = scoreOf(tallyOf(answersOf({ A: spread })), directory('A', 'B=7'));
    expect(rowOf(survey.units, 'B')).toMatchObject({
      n: { reason: 'missing' },
      responseRate: { reason: 'missing' },
    });
  });

  test("a parent's invited is its children's sum only if all have it", () => {
    const rows = tallyOf(answersOf({ B: spread, C: [...spread, ...spread] }));
    const all = scoreOf(rows, directory('A', 'B<A=20', 'C<A=40'));
    expect(show(all.responseRate, 'percent')).toBe('50.0');
    expect(rowOf(all.units, 'A')).toMatchObject({ responseRate: { shown: '50.0' } });
    const some = scoreOf(rows, directory('A', 'B<A=20', 'C<A'));
    expect(show(some.responseRate, 'percent')).toBe('missing');
    expect(rowOf(some.units, 'A')).toMatchObject({ responseRate: { reason: 'missing' } });
    expect(rowOf(some.units, 'B')).toMatchObject({ responseRate: { shown: '50.0' } });
  });

  test('more answers than invited make the response rate invalid, with a finding', () => {
    const survey = scoreOf(tallyOf(answersOf({ A: [...spread, 3] })), directory('A=10'));
    expect(show(survey.responseRate, 'percent')).toBe('invalid');
    expect(survey.findings).toMatchObject([{ rule: 'invited-below-answers' }]);
  });

  test('without a unit list shows units as the rows spell them', () => {
    const survey = scoreOf(tallyOf(answersOf({ 'vård ': spread, Vård: spread, IT: spread })));
    expect(survey.units.map(({ id, name }) => [id, name])).toEqual([
      ['IT', 'IT'],
      ['Vård', 'Vård'],
    ]);
    expect(survey.findings).toEqual([]);
  });
});
