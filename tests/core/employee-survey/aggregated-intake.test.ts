import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ListRow } from '#core/result/intake.ts';
import { answersOf, directory, scoreOf, show, surveySource, tallyOf } from './survey-rows.ts';

const COUNTS = ['A1', 'A2', 'A3', 'A4', 'A5'];
const sourceOf = (parentRows: 'own' | 'total') =>
  surveySource({ form: 'aggregated', unit: 'Enhet', n: 'N', mean: 'Medel', counts: COUNTS, parentRows });
const meansOf = (parentRows: 'own' | 'total') =>
  surveySource({ form: 'aggregated', unit: 'Enhet', n: 'N', mean: 'Medel', parentRows });

function counted(id: number, Enhet: string, counts: readonly unknown[], N?: unknown): ListRow {
  const sum = counts.reduce<number>((total, count) => total + Number(count ?? 0), 0);
  return {
    id: String(id),
    fields: { Enhet, N: N ?? sum, ...Object.fromEntries(COUNTS.map((name, index) => [name, counts[index]])) },
  };
}
const typed = (id: number, Enhet: string, N: unknown, Medel: unknown): ListRow => ({
  id: String(id),
  fields: { Enhet, N, Medel },
});

describe('aggregated rows', () => {
  test('with counts give the same figures as the answers themselves', () => {
    const answers = { IT: [1, 2, 3, 4, 5, 5, 5, 3], Vård: [4, 4, 4, 4, 2, 1] };
    const rows = [counted(1, 'IT', [1, 1, 2, 1, 3]), counted(2, 'Vård', [1, 1, 0, 4, 0])];
    const aggregated = scoreOf(tallyOf(rows, sourceOf('own')), directory('IT', 'Vård'));
    const single = scoreOf(tallyOf(answersOf(answers)), directory('IT', 'Vård'));
    expect(aggregated.score).toEqual(single.score);
    expect(aggregated.units).toEqual(single.units);
    expect(show(aggregated.leftOut, 'count')).toBe('missing');
  });

  test('whose n is not the sum of their counts are set aside', () => {
    const tally = tallyOf(
      [counted(1, 'IT', [1, 1, 1, 1, 1], 6), counted(2, 'IT', [1, 1, null, '', 1])],
      sourceOf('own'),
    );
    expect(tally).toMatchObject({ used: 1, setAside: 1 });
    expect(tally.findings).toMatchObject([{ rule: 'count-mismatch', rowIds: ['1'] }]);
  });

  test('with a mean of two decimals are exact as typed, and leave the bands missing', () => {
    const { score } = scoreOf(
      tallyOf([typed(1, 'IT', 120, '3,28'), typed(2, 'Vård', 80, 4.1)], meansOf('own')),
    );
    // (120 · 3,28 + 80 · 4,10)/200 = 721,6/200 = 3,608.
    expect(score.mean).toMatchObject({ kind: 'value' });
    expect(score.mean.kind === 'value' && score.mean.value.toFraction()).toBe('451/125');
    expect(show(score.positive, 'percent')).toBe('missing');
  });

  test('with a mean of more decimals, as Excel works it out, have the whole sum behind it', () => {
    const { score, findings } = scoreOf(
      tallyOf(
        [typed(1, 'IT', 40, 3.725), typed(2, 'Vård', 30, '4,1'), typed(3, 'Skola', 30, 3.7333333333)],
        meansOf('own'),
      ),
    );
    // (149 + 123 + 112) / 100
    expect(score.mean.kind === 'value' && score.mean.value.toFraction()).toBe('96/25');
    expect(findings).toEqual([]);
  });

  test('with anything but a count and a mean on the scale are set aside', () => {
    const rows = [
      typed(1, 'IT', -5, 3),
      typed(2, 'IT', 2.5, 3),
      typed(3, 'IT', 'tio', 3),
      typed(4, 'IT', 10, 0.99),
      typed(5, 'IT', 10, 5.01),
      typed(6, 'IT', 10, null),
      typed(7, 'IT', 10, [3, 4]),
    ];
    expect(tallyOf(rows, meansOf('own'))).toMatchObject({ used: 0, setAside: 7, leftOut: 0 });
  });

  test("a parent's row is its own answers, added to its children's, where the mapping says so", () => {
    const rows = [
      counted(1, 'A', [0, 0, 0, 6, 0]),
      counted(2, 'B', [0, 0, 0, 0, 6]),
      counted(3, 'C', [6, 0, 0, 0, 0]),
    ];
    const { units, score } = scoreOf(tallyOf(rows, sourceOf('own')), directory('A', 'B<A', 'C<A'));
    expect(show(score.n, 'count')).toBe('18');
    expect(units.find(({ id }) => id === 'A')).toMatchObject({ n: { shown: '18' }, mean: { shown: '3.33' } });
  });

  test("a parent's row is its children's total, never added to them, where the mapping says so", () => {
    const rows = [
      counted(1, 'A', [6, 0, 0, 6, 6]),
      counted(2, 'B', [0, 0, 0, 0, 6]),
      counted(3, 'C', [6, 0, 0, 0, 0]),
    ];
    const { units, score } = scoreOf(tallyOf(rows, sourceOf('total')), directory('A', 'B<A', 'C<A'));
    expect(show(score.n, 'count')).toBe('18');
    expect(units.find(({ id }) => id === 'A')).toMatchObject({ n: { shown: '18' }, mean: { shown: '3.33' } });
  });

  test('a total that its children exceed is set aside, and the children stand', () => {
    const rows = [
      counted(1, 'A', [0, 0, 0, 7, 0]),
      counted(2, 'B', [0, 0, 0, 2, 6]),
      counted(3, 'C', [1, 2, 0, 0, 4]),
    ];
    const { score, findings } = scoreOf(tallyOf(rows, sourceOf('total')), directory('A', 'B<A', 'C<A'));
    expect(show(score.n, 'count')).toBe('15');
    expect(findings).toMatchObject([{ rule: 'count-mismatch', detail: { unit: 'A' } }]);
  });

  test("a typed mean of a total stays as typed though its children's means are rounded", () => {
    const rows = [typed(1, 'A', 20, '3,72'), typed(2, 'B', 12, '3,50'), typed(3, 'C', 8, '4,04')];
    const { score, units, findings } = scoreOf(tallyOf(rows, meansOf('total')), directory('A', 'B<A', 'C<A'));
    expect(findings).toEqual([]);
    expect(show(score.n, 'count')).toBe('20');
    expect(show(score.mean, 'mean')).toBe('3.72');
    expect(units.find(({ id }) => id === 'A')).toMatchObject({ n: { shown: '20' }, mean: { shown: '3.72' } });
  });

  test('a total without a unit is the organisation, and one of an unknown unit is not added', () => {
    const rows = [
      counted(1, '', [5, 5, 5, 5, 5]),
      counted(2, 'A', [5, 0, 0, 0, 5]),
      counted(3, 'Okänd', [0, 5, 0, 0, 0]),
    ];
    const { score, findings } = scoreOf(tallyOf(rows, sourceOf('total')), directory('A'));
    expect(show(score.n, 'count')).toBe('25');
    expect(findings).toMatchObject([{ rule: 'unit-unknown', count: 1, rowIds: ['3'], detail: {} }]);
  });

  test("splitting a unit's row in two changes no figure", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, counts, counts, (first, second, other) => {
        const whole = first.map((count, index) => count + second[index]!);
        const split = [counted(1, 'A', first), counted(2, 'A', second), counted(3, 'B', other)];
        const joined = [counted(1, 'A', whole), counted(3, 'B', other)];
        const [a, b] = [split, joined].map((rows) =>
          scoreOf(tallyOf(rows, sourceOf('own')), directory('A', 'B')),
        );
        expect([a!.score, a!.units]).toEqual([b!.score, b!.units]);
      }),
    );
  });
});
