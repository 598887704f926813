import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movesInInitiatives, movesOf, type IndexInput } from '#core/change/sensitivity.ts';
import { exact } from '#core/number/exact.ts';
import { roundHalfAway } from '#core/number/round.ts';

/** An input 0–10 or, as a percentage, 0–100; the index moves by 1/3 of a point or 1/60 of a percent. */
const score = (value: string, name: 'delivery' | 'benefit' = 'delivery'): IndexInput => ({
  name,
  value: exact(value),
  slope: exact('1/3'),
  minimum: exact(0),
  maximum: exact(10),
});
const percent = (value: string, minimum = '0'): IndexInput => ({
  name: 'employeePercent',
  value: exact(value),
  slope: exact('1/60'),
  minimum: exact(minimum),
  maximum: exact(100),
});
const told = (index: string, input: IndexInput) =>
  movesOf(exact(index), input).map(({ effect, change, beyond, possible }) => [
    effect,
    `${beyond ? 'beyond ' : ''}${change.toFraction()}`,
    possible,
  ]);

describe('what moves the index', () => {
  // The sample's index 43/6 = 7.166… shows 7.2: up at 7.25 (1/12 more), down under 7.15 (1/60 less).
  test('of a score: a tenth is 0,3', () => {
    expect(told('43/6', score('8'))).toEqual([
      ['up-a-tenth', '3/10', true],
      ['down-a-tenth', '-3/10', true],
      ['flip-up', '1/4', true],
      ['flip-down', 'beyond -1/20', true],
    ]);
  });

  test('of a percentage: a tenth is 6', () => {
    expect(told('43/6', percent('70'))).toEqual([
      ['up-a-tenth', '6', true],
      ['down-a-tenth', '-6', true],
      ['flip-up', '5', true],
      ['flip-down', 'beyond -1', true],
    ]);
  });

  test('is flagged where the input would leave its range', () => {
    expect(told('43/6', score('99/10')).map(([, , possible]) => possible)).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(told('43/6', score('0')).map(([, , possible]) => possible)).toEqual([true, false, true, false]);
    // 70 → 75 is reached at the very end; the edge below must be passed, and at 69 the range ends.
    expect(
      told('43/6', { ...percent('70', '69'), maximum: exact(75) }).map(([, , possible]) => possible),
    ).toEqual([false, false, true, false]);
  });

  test('on the edge itself: any fall flips it down', () => {
    // 8.15 shows 8.2; the next edge up is 8.25
    expect(told('8.15', score('8')).slice(2)).toEqual([
      ['flip-up', '3/10', true],
      ['flip-down', 'beyond 0', true],
    ]);
  });

  test('is right: the shown figure flips there, and not before', () => {
    const quotient = fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 999 }));
    fc.assert(
      fc.property(quotient, ([part, whole]) => {
        const index = exact(part).div(whole).mod(10);
        const shown = exact(roundHalfAway(index, 1));
        const [up, down, flipUp, flipDown] = movesOf(index, score('5'));
        const after = (change = exact(0)) => index.add(change.div(3));
        const shows = (value: typeof index) => exact(roundHalfAway(value, 1));
        expect(after(up?.change).sub(index).toFraction()).toBe('1/10');
        expect(after(down?.change).sub(index).toFraction()).toBe('-1/10');
        expect(shows(after(flipUp?.change)).equals(shown.add('1/10'))).toBe(true);
        expect(shows(after(flipUp?.change).sub('1/1000000000')).equals(shown)).toBe(true);
        // Under zero it would round away from zero, but there no index goes.
        if (shown.compare(0) <= 0) return;
        expect(shows(after(flipDown?.change)).equals(shown)).toBe(true);
        expect(shows(after(flipDown?.change).sub('1/1000000000')).equals(shown.sub('1/10'))).toBe(true);
      }),
    );
  });
});

describe('delivery in whole initiatives', () => {
  const initiatives = (index: string, decided: number, realised: number) =>
    movesInInitiatives(
      movesOf(exact(index), score(exact(realised).div(decided).mul(10).toFraction())),
      decided,
      realised,
    ).map(({ initiatives, possible }) => [initiatives, possible]);

  test('are rounded away from zero, as part of one moves too little', () => {
    // 4 of 5: 0.3 of a score is 0.15 of an initiative, 0.25 is 0.125, 0.05 is 0.025
    expect(initiatives('43/6', 5, 4)).toEqual([
      [1, true],
      [-1, true],
      [1, true],
      [-1, true],
    ]);
    // 88 of 100: 3, −3; up 7.25 − 43/6 = 1/12 → 2.5 → 3; down beyond 1/60 → 0.5 → −1
    expect(initiatives('43/6', 100, 88)).toEqual([
      [3, true],
      [-3, true],
      [3, true],
      [-1, true],
    ]);
  });

  test('one further where an edge must be passed', () => {
    // 7.2 shows 7.2; 0.05 of the index is 0.15 of delivery, of 200 decided exactly 3: 3 reach it, 4 pass it.
    expect(initiatives('7.2', 200, 100).slice(2)).toEqual([
      [3, true],
      [-4, true],
    ]);
  });

  test('are flagged where there are none left to realise, or to lose', () => {
    expect(initiatives('43/6', 5, 5).map(([, possible]) => possible)).toEqual([false, true, false, true]);
    expect(initiatives('43/6', 5, 0).map(([, possible]) => possible)).toEqual([true, false, true, false]);
  });

  test('on the edge itself: one fewer flips it down', () => {
    // 8.15 shows 8.2, and any fall shows 8.1.
    expect(initiatives('8.15', 10, 8)[3]).toEqual([-1, true]);
  });
});
