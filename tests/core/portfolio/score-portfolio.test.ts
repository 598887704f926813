import { describe, expect, test } from 'vitest';
import { initiative, sampleResult, type Fields, type SampleChange } from '../result/sample-year.ts';

type Place = readonly [innovation: unknown, strategic: unknown, internal: unknown];
const placed = (...[Innovation, Strategic, Internal]: Place): Fields => ({ Innovation, Strategic, Internal });
const deliveryOf = (initiativ: readonly Fields[], change: SampleChange = {}) =>
  sampleResult({ ...change, rows: { initiativ, nytta: [] } }).delivery;
const portfolioOf = (places: readonly Place[], change: SampleChange = {}) =>
  deliveryOf(
    places.map((place, index) => initiative(index + 1, 'decided', placed(...place))),
    change,
  ).portfolio;

describe('the portfolio', () => {
  test('runs from −1 at the first-named end to +1 at the other, straight between', () => {
    // (v − 1)/(5 − 1)·2 − 1 for 1, 2, 3, 4, 5 and 3.5
    const { bubbles } = portfolioOf([1, 2, 3, 4, 5, '3,5'].map((value) => [value, 3, null]));
    expect(bubbles.map(({ x }) => Number(x)).sort((a, b) => a - b)).toEqual([-1, -0.5, 0, 0.25, 0.5, 1]);
    expect(bubbles.every(({ y, count }) => Number(y) === 0 && count === 1)).toBe(true);
  });

  test('has its ends as settings, the other way round too', () => {
    const ends = { method: { scaleFirstEnd: 10, scaleOtherEnd: 0 } };
    // 10 → −1, 0 → +1, 4 → (4 − 10)/(−10)·2 − 1 = 0.2
    const { average } = portfolioOf([[10, 0, 4]], ends);
    expect(average).toMatchObject({
      innovationEfficiency: { exact: '-1' },
      operationalStrategic: { exact: '1' },
      externalInternal: { exact: '1/5' },
    });
  });

  test('averages each scale over the decided initiatives that have it', () => {
    // Innovation: −1, 0.5, 0.5 → 0. Strategic: 1 and −0.5 → 0.25. Nobody has the third.
    const { average } = portfolioOf([
      [1, 5, null],
      [4, null, ''],
      [4, 2, undefined],
    ]);
    expect(average).toEqual({
      innovationEfficiency: { kind: 'value', shown: '0.00', exact: '0' },
      operationalStrategic: { kind: 'value', shown: '0.25', exact: '1/4' },
      externalInternal: { kind: 'absent', reason: 'missing' },
    });
  });

  test('looks at decided initiatives of the year only', () => {
    const { portfolio } = deliveryOf([
      initiative(1, 'cancelled', placed(2, 2, 2)),
      initiative(2, 'proposed', placed(5, 5, 5)),
      initiative(3, 'okänd', placed(5, 5, 5)),
      initiative(4, 'realised', { ...placed(5, 5, 5), Year: 2024 }),
    ]);
    // 2 → −0.5 on every scale.
    expect(portfolio).toMatchObject({
      bubbles: [{ count: 1 }],
      average: { innovationEfficiency: { exact: '-1/2' } },
      external: 1,
      balanced: 0,
      internal: 0,
    });
  });

  test('gathers initiatives at one point into a bubble', () => {
    const { bubbles } = portfolioOf([
      [2, 4, 1],
      ['2,0', ' 4 ', 5],
      [2, 3, 1],
      [2, null, 1],
    ]);
    // 2 → −0.5, 4 → 0.5, 3 → 0; the fourth has no place.
    expect(bubbles.map(({ x, y, count }) => [Number(x), Number(y), count]).sort()).toEqual([
      [-0.5, 0, 1],
      [-0.5, 0.5, 2],
    ]);
  });

  test('splits external, balanced at exactly 0, and internal', () => {
    // 1, 2 and 2.99 are under the middle 3; 3 and "3,0" are on it; 3.01 and 5 are over it.
    const sides = [1, 2, 2.99, 3, '3,0', 3.01, 5, null];
    expect(portfolioOf(sides.map((side) => [3, 3, side]))).toMatchObject({
      external: 3,
      balanced: 2,
      internal: 2,
    });
  });

  test('leaves a value outside its scale out of that scale only', () => {
    const { average, internal } = portfolioOf([
      [6, 5, 5],
      [0, 4, 4],
    ]);
    // Strategic: 1 and 0.5 → 0.75; both internal.
    expect(average.innovationEfficiency).toEqual({ kind: 'absent', reason: 'missing' });
    expect(average.operationalStrategic).toMatchObject({ exact: '3/4' });
    expect(internal).toBe(2);
  });
});

describe('portfolio objects', () => {
  const at = (number: number, status: string, Object: unknown, fields: Fields = {}) =>
    initiative(number, status, { Object, ...fields });

  test('each have their decided, realised and score, most initiatives first', () => {
    const { objects } = deliveryOf([
      at(1, 'realised', 'Skola'),
      at(2, 'realised', 'Ledning och styrning', { Internal: 5 }),
      at(3, 'paused', 'Ledning och styrning', { Internal: 4 }),
      at(4, 'ongoing', 'Ledning och styrning'),
      at(5, 'proposed', 'Skola'),
      at(6, 'realised', 'Omsorg'),
      at(7, 'realised', 'Skola', { Year: 2024 }),
    ]);
    // 1 of 3 = 3.33…; internal (1 + 0.5)/2 = 0.75. Equal numbers in the order of names.
    expect(objects.map(({ name, decided, realised, score }) => [name, decided, realised, score])).toEqual([
      ['Ledning och styrning', 3, 1, { kind: 'value', shown: '3.3', exact: '10/3' }],
      ['Omsorg', 1, 1, { kind: 'value', shown: '10.0', exact: '10' }],
      ['Skola', 1, 1, { kind: 'value', shown: '10.0', exact: '10' }],
    ]);
    expect(objects[0]?.position.externalInternal).toMatchObject({ exact: '3/4' });
  });

  test('add up to the whole, those without an object included', () => {
    const { objects } = deliveryOf([at(1, 'realised', ''), at(2, 'decided', 'Skola'), at(3, 'paused', null)]);
    expect(objects.map(({ name, decided }) => [name, decided])).toEqual([
      ['', 2],
      ['Skola', 1],
    ]);
  });

  // METHOD section 1: names are compared trimmed, inner spaces collapsed, case folded.
  test('are one whatever the case of their name', () => {
    const { objects } = deliveryOf([at(1, 'realised', 'Skola'), at(2, 'decided', ' SKOLA ')]);
    expect(objects.map(({ decided }) => decided)).toEqual([2]);
  });
});
