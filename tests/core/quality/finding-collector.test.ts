import { describe, expect, test } from 'vitest';
import { FindingCollector } from '#core/quality/finding-collector.ts';

describe('findings', () => {
  test('that are alike are one, with a count', () => {
    const findings = new FindingCollector('enkat');
    for (const rowId of ['10', '9'])
      findings.add('year-missing', { rowId, column: 'Ar', valueClass: 'blank' });
    findings.add('year-missing', { rowId: '11', column: 'Ar', valueClass: 'text' });
    expect(findings.findings()).toEqual([
      {
        rule: 'year-missing',
        severity: 'warning',
        sourceId: 'enkat',
        column: 'Ar',
        valueClass: 'blank',
        count: 2,
        rowIds: ['9', '10'],
        detail: {},
      },
      expect.objectContaining({ valueClass: 'text', count: 1, rowIds: ['11'] }),
    ]);
  });

  test('name the first hundred rows by id, in whatever order rows came', () => {
    const rowIds = Array.from({ length: 2500 }, (_, index) => String(index + 1));
    const collect = (order: readonly string[]) => {
      const findings = new FindingCollector(null);
      for (const rowId of order) findings.add('not-a-number', { rowId });
      return findings.findings();
    };
    expect(collect([...rowIds].reverse())).toEqual(collect(rowIds));
    expect(collect(rowIds)).toMatchObject([{ count: 2500, rowIds: rowIds.slice(0, 100) }]);
  });

  test('counted elsewhere are taken with their count', () => {
    const findings = new FindingCollector(null);
    findings.add('answer-not-on-scale', { count: 4000, rowIds: ['2', '1'] });
    expect(findings.findings()).toMatchObject([{ count: 4000, rowIds: ['1', '2'] }]);
  });
});
