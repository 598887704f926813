import { describe, expect, it } from 'vitest';
import { longTable } from '#core/export/long-table.ts';
import { openView } from '#core/masking/open-view.ts';
import { maturityAnswers, sampleResult, YEAR } from '../result/sample-year.ts';

const national = (year: number, percent: string, source = 'Sverige') => ({ year, percent, source });

describe('the national comparison', () => {
  it('is the difference to the value of the year, exact, in percentage points', () => {
    const { maturity } = sampleResult({
      nationalMaturity: [national(YEAR, '48.4'), national(YEAR - 1, '47')],
    });
    expect(maturity.national).toEqual({
      year: YEAR,
      percent: { kind: 'value', shown: '48.4', exact: '242/5' },
      source: 'Sverige',
      difference: { kind: 'value', shown: '1.60', exact: '8/5' },
    });
  });

  it('takes the latest value before the year where it has none, and says of which year it is', () => {
    const entered = [national(2020, '40'), national(2023, '55', 'DiMiOS 2023'), national(2026, '70')];
    const { maturity } = sampleResult({ nationalMaturity: entered });
    expect(maturity.national).toMatchObject({
      year: 2023,
      source: 'DiMiOS 2023',
      difference: { shown: '-5.00' },
    });
    expect(sampleResult({ nationalMaturity: [national(2026, '70')] }).maturity.national).toBeNull();
  });

  it('does not tell a maturity that is hidden, neither in the tab nor in what leaves it', () => {
    const hidden = sampleResult({
      nationalMaturity: [national(YEAR, '48')],
      rows: { dimios: maturityAnswers(3) },
    });
    expect(hidden.maturity.national).toMatchObject({
      percent: { shown: '48.0' },
      difference: { kind: 'absent', reason: 'suppressed' },
    });
    const six = sampleResult({ nationalMaturity: [national(YEAR, '48')] });
    expect(six.maturity.national?.difference.kind).toBe('value');
    expect(openView(six).maturity.national).toMatchObject({
      percent: { shown: '48.0' },
      difference: { kind: 'absent', reason: 'suppressed' },
    });
  });

  it('stands in the long table under the year and the source of the value', () => {
    const result = sampleResult({ nationalMaturity: [national(2024, '48')] });
    const rows = longTable([{ result, vintage: null }]).filter(({ subject }) => subject === 'national');
    expect(rows).toMatchObject([
      {
        subject_id: '2024',
        subject_name: 'Sverige',
        figure: 'maturityPercent',
        value: 48,
        origin: 'published',
      },
      { subject_id: '2024', figure: 'maturityDifference', unit: 'change', value: null, reason: 'suppressed' },
    ]);
  });
});
