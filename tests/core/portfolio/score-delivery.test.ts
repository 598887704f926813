import { describe, expect, test } from 'vitest';
import type { FigureId } from '#core/result/figure-ids.ts';
import { scoreDelivery } from '#core/portfolio/score-delivery.ts';
import { initiative, sampleResult, sampleYear, YEAR, type Fields } from '../result/sample-year.ts';

const deliveryOf = (initiativ: readonly Fields[]) => sampleResult({ rows: { initiativ, nytta: [] } });
const shown = (initiativ: readonly Fields[], id: FigureId) => {
  const { figure } = deliveryOf(initiativ).figures[id];
  return figure.kind === 'value' ? figure.shown : figure.reason;
};
const of = (...statuses: readonly string[]) => statuses.map((status, index) => initiative(index + 1, status));

describe('delivery', () => {
  test('is realised of decided; paused and cancelled stay in, proposed stays out', () => {
    // 3 realised of 3 + 1 + 1 + 1 + 1 = 7: 30/7 = 4.28… → 4.3
    const rows = of(
      ...['realised', 'realised', 'realised', 'decided', 'ongoing', 'paused', 'cancelled'],
      ...['proposed', 'proposed'],
    );
    const { figures, delivery } = deliveryOf(rows);
    expect(figures.delivery.figure).toEqual({ kind: 'value', shown: '4.3', exact: '30/7' });
    expect(delivery.statuses).toEqual({
      proposed: 2,
      decided: 1,
      ongoing: 1,
      realised: 3,
      paused: 1,
      cancelled: 1,
    });
    expect(shown(rows, 'decidedInitiatives')).toBe('7');
    expect(shown(rows, 'realisedInitiatives')).toBe('3');
    expect(shown(rows, 'pausedInitiatives')).toBe('1');
    expect(shown(rows, 'cancelledInitiatives')).toBe('1');
    expect(shown(rows, 'proposedInitiatives')).toBe('2');
  });

  test('of 2025 in Nacka is 8,8 from 44 of 50', () => {
    // 44/50 × 10 = 8.8
    const rows = Array.from({ length: 50 }, (_, index) =>
      initiative(index, index < 44 ? 'realised' : 'ongoing'),
    );
    expect(deliveryOf(rows).figures.delivery.figure).toEqual({ kind: 'value', shown: '8.8', exact: '44/5' });
  });

  test('is missing without rows of the year, and insufficient where none is decided: never zero', () => {
    expect(shown([], 'delivery')).toBe('missing');
    expect(shown([initiative(1, 'realised', { Year: 2024 })], 'delivery')).toBe('missing');
    expect(shown(of('proposed'), 'delivery')).toBe('insufficient');
    expect(shown(of('paused'), 'delivery')).toBe('0.0');
  });

  test('names its numbers, and a row with an unmapped status is in none of them', () => {
    const { result, rows } = sampleYear({
      rows: { initiativ: [...of('realised', 'decided', 'proposed'), initiative(4, 'okänd')] },
    });
    const { formula, inputs } = result.figures.delivery;
    expect(formula).toBe('{realisedInitiatives} / {decidedInitiatives} × 10');
    expect(inputs.map(({ name, value }) => [name, value.kind === 'value' && value.shown])).toEqual([
      ['realisedInitiatives', '1'],
      ['decidedInitiatives', '2'],
    ]);
    expect(result.findings).toMatchObject([{ rule: 'status-unknown', severity: 'error', rowIds: ['4'] }]);
    expect(rows.initiatives.map(({ rowId, counted }) => [rowId, counted])).toEqual([
      ['1', true],
      ['2', true],
      ['3', false],
    ]);
    // Read 4 = used 2 (realised, decided) + left out 1 (proposed) + set aside 1 (unmapped).
    expect(result.sources.find(({ sourceId }) => sourceId === 'initiativ')).toMatchObject({
      rowsRead: 4,
      rowsUsed: 2,
      rowsLeftOut: 1,
      rowsSetAside: 1,
    });
  });

  test('counts an unmapped status nowhere, so that it can only lower nothing', () => {
    expect(scoreDelivery([{ status: null }, { status: 'realised' }])).toMatchObject({
      decided: 1,
      counts: { realised: 1, proposed: 0 },
    });
  });

  test('counts both rows of one business id while it is not mended', () => {
    const rows = [initiative(1), initiative(1, 'paused')];
    expect(shown(rows, 'decidedInitiatives')).toBe('2');
  });
});

describe('a year that is not over', () => {
  const runningAt = (now: string) => sampleResult({}, { now }).running;

  test('runs until New Year in Stockholm, not in Greenwich', () => {
    expect(runningAt('2025-12-31T22:59:59Z')).toBe(true);
    // 23:00Z is 00:00 on 1 January 2026 in Stockholm (winter time, +1).
    expect(runningAt('2025-12-31T23:00:00Z')).toBe(false);
    expect(sampleResult({}, { now: '2024-06-01T00:00:00Z' }, YEAR).running).toBe(true);
  });
});
