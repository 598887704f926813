import { describe, expect, test } from 'vitest';
import { initiative, sampleYear, YEAR } from '../result/sample-year.ts';

const mapping = { omvarld: { title: 'Title', horizon: 'Horizon', impact: 'Impact', initiatives: 'Answers' } };
const watchOf = (trends: readonly Readonly<Record<string, unknown>>[], initiatives = [initiative(1)]) =>
  sampleYear({ mapping, rows: { omvarld: trends, initiativ: initiatives } }).rows.trendWatch;
const trend = (Title: string, Answers = '') => ({ Title, Horizon: 'Nu', Impact: 3, Answers });

describe('the trend watch beside a result', () => {
  test('names the initiatives that answer a trend, of any year', () => {
    const watch = watchOf(
      [trend('Svarad', 'I-1, I-2'), trend('Obesvarad')],
      [initiative(1), initiative(2, 'realised', { Year: YEAR - 1 })],
    );
    expect(
      watch.trends.map(({ title, initiatives }) => [title, initiatives.map(({ year }) => year)]),
    ).toEqual([
      ['Svarad', [YEAR, YEAR - 1]],
      ['Obesvarad', []],
    ]);
  });

  test('names the year’s initiatives that answer none, but not cancelled ones or those of other years', () => {
    const watch = watchOf(
      [trend('Svarad', 'I-1')],
      [
        initiative(1),
        initiative(2),
        initiative(3, 'cancelled'),
        initiative(4, 'realised', { Year: YEAR - 1 }),
      ],
    );
    expect(watch.idleInitiatives.map(({ businessId }) => businessId)).toEqual(['I-2']);
  });

  test('says what a trend names that is no initiative', () => {
    expect(watchOf([trend('Svarad', 'I-99')]).trends[0]?.unknownReferences).toEqual(['I-99']);
  });

  test('tells an empty list from none at all', () => {
    expect(watchOf([])).toMatchObject({ connected: true, trends: [] });
  });
});
