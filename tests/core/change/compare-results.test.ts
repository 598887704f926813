import { describe, expect, test } from 'vitest';
import { compareResults } from '#core/change/compare-results.ts';
import { answers, benefit, initiative, SAMPLE_ROWS, sampleResult } from '../result/sample-year.ts';

const before = sampleResult();

describe('as published and as restated', () => {
  test('of the same rows differ in nothing', () => {
    expect(compareResults(before, sampleResult())).toEqual({ figures: [], units: [] });
  });

  test('name every figure that one more realised initiative changes', () => {
    // 5 of 5: delivery 8 → 10, index 43/6 → 47/6 (7.2 → 7.8)
    const after = sampleResult({ rows: { initiativ: [1, 2, 3, 4, 5].map((number) => initiative(number)) } });
    const { figures } = compareResults(before, after);
    expect(figures.map(({ figure, shownDiffers }) => [figure, shownDiffers])).toEqual([
      ['index', true],
      ['delivery', true],
      ['realisedInitiatives', true],
      ['pausedInitiatives', true],
    ]);
    expect(figures[0]).toMatchObject({ before: { shown: '7.2' }, after: { shown: '7.8', exact: '47/6' } });
  });

  test('tell a difference that does not show apart', () => {
    // 75 % → 75.01 %: 7.5 → 7.501, index + 1/3000
    const after = sampleResult({ rows: { nytta: [benefit(1, '50,02'), benefit(2, 100)] } });
    const { figures } = compareResults(before, after);
    expect(figures.filter(({ shownDiffers }) => shownDiffers)).toEqual([]);
    expect(figures.map(({ figure }) => figure)).toEqual(['index', 'benefit', 'benefitUncapped']);
  });

  test('name units that came, went, moved or say something else', () => {
    const enheter = (...units: readonly (readonly [string, string?])[]) =>
      units.map(([UnitId, Parent]) => ({
        UnitId,
        UnitName: UnitId,
        Parent,
        Invited: UnitId === 'B' ? 0 : 20,
      }));
    const old = sampleResult({
      rows: { enheter: enheter(['A'], ['B'], ['C'], ['D']), enkat: [...answers(12), ...answers(12, 'D')] },
    });
    const fresh = sampleResult({
      rows: {
        enheter: enheter(['A'], ['B', 'A'], ['D'], ['E']),
        enkat: [...answers(12), ...answers(14, 'D')],
      },
    });
    expect(compareResults(old, fresh).units.map(({ id, change }) => [id, change])).toEqual([
      ['C', 'removed'],
      ['B', 'moved'],
      ['D', 'figures'],
      ['E', 'added'],
    ]);
  });

  test('are of one year', () => {
    expect(() => compareResults(before, sampleResult({ rows: SAMPLE_ROWS }, {}, 2024))).toThrow(
      /2025 and 2024/,
    );
  });
});
