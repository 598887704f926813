import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whatIf, type Scenario } from '#core/change/what-if.ts';
import { exact } from '#core/number/exact.ts';
import { roundHalfAway } from '#core/number/round.ts';
import { sampleResult } from '../result/sample-year.ts';

/** Index 43/6 = 7.166…: maturity 50 %, employee item 3.5 = 70 %, 4 of 5 realised, benefit 7.5. */
const year = sampleResult();
const shown = (scenario: Scenario, of = year) => {
  const { figures } = whatIf(of, scenario);
  return [figures.index, figures.preconditions, figures.delivery, figures.benefit].map((figure) =>
    figure.kind === 'value' ? figure.shown : figure.reason,
  );
};

describe('what if', () => {
  test('nothing is moved, the year stands as it is', () => {
    expect(shown({})).toEqual(['7.2', '6.0', '8.0', '7.5']);
    expect(whatIf(year, {}).changes.index).toMatchObject({ shown: '0.00' });
  });

  test('one lever is moved, its part and the index follow by the formula', () => {
    expect(shown({ maturityPercent: '60' })).toEqual(['7.3', '6.5', '8.0', '7.5']);
    expect(shown({ employeeMean: '4' })).toEqual(['7.3', '6.5', '8.0', '7.5']);
    expect(shown({ realisedInitiatives: '5' })).toEqual(['7.8', '6.0', '10.0', '7.5']);
    expect(shown({ decidedInitiatives: '8' })).toEqual(['6.2', '6.0', '5.0', '7.5']);
    expect(shown({ benefit: '10' })).toEqual(['8.0', '6.0', '8.0', '10.0']);
  });

  test('a value leaves its range, the end of the range counts', () => {
    expect(shown({ employeeMean: '9' })).toEqual(shown({ employeeMean: '5' }));
    expect(shown({ realisedInitiatives: '7', decidedInitiatives: '6' })[2]).toBe('10.0');
    expect(shown({ maturityPercent: '3' })).toEqual(shown({ maturityPercent: '16.7' }));
  });

  test('a part has no value, the reader may give it one', () => {
    const withoutBenefit = sampleResult({ rows: { nytta: [] } });
    expect(shown({}, withoutBenefit)[0]).toBe('missing');
    expect(shown({ benefit: '7.5' }, withoutBenefit)[0]).toBe('7.2');
  });

  test('the contributions sum to the change exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 17, max: 100 }),
        fc.integer({ min: 100, max: 500 }),
        fc.integer({ min: 0, max: 10 }),
        (maturity, mean, realised) => {
          const { changes, contributions } = whatIf(year, {
            maturityPercent: String(maturity),
            employeeMean: roundHalfAway(exact(mean).div(100), 2),
            realisedInitiatives: String(realised),
          });
          const sum = contributions.reduce(
            (total, { contribution }) =>
              contribution.kind === 'value' ? total.add(exact(contribution.exact ?? '0')) : total,
            exact(0),
          );
          expect(changes.index.kind === 'value' && sum.equals(exact(changes.index.exact ?? '99'))).toBe(true);
        },
      ),
    );
  });
});
