import { describe, expect, test } from 'vitest';
import type { FigureId } from '#core/result/figure-ids.ts';
import { sampleResult } from './sample-year.ts';

describe('the sample year', () => {
  test('comes out as worked out by hand and has no finding', () => {
    const { figures, findings } = sampleResult();
    const exact = (id: FigureId) => {
      const { figure } = figures[id];
      return figure.kind === 'value' ? figure.exact : figure.reason;
    };
    expect(findings).toEqual([]);
    expect(
      (['employeePercent', 'maturityPercent', 'preconditions', 'delivery', 'benefit', 'index'] as const).map(
        exact,
      ),
    ).toEqual(['70', '50', '6', '8', '15/2', '43/6']);
  });
});
