import { describe, expect, test } from 'vitest';
import { leversOf } from '#core/change/levers.ts';
import {
  leverEnd,
  readScenario,
  typedValue,
  writeScenario,
} from '../../../tab/src/features/what-if/scenario.ts';
import { sampleResult } from '../../core/result/sample-year.ts';

const result = sampleResult();
const lever = (id: string) => leversOf(result).find((one) => one.id === id)!;

describe('a scenario', () => {
  test('comes back from its address as it was written', () => {
    const scenario = { maturityPercent: '70', realisedInitiatives: '5', benefit: '9.1' };
    expect(readScenario(writeScenario(scenario), result)).toEqual(scenario);
    expect(writeScenario({})).toBeNull();
  });

  test('passes over what cannot be moved', () => {
    expect(readScenario('index:10_delivery:3_benefit:9', result)).toEqual({ benefit: '9' });
  });

  test('takes numbers as Swedes write them, and keeps them in range', () => {
    expect(typedValue('3,9', lever('employeeMean'))).toBe('3.90');
    expect(typedValue('70 %', lever('maturityPercent'))).toBe('70.0');
    expect(typedValue('12', lever('benefit'))).toBe('10.0');
    expect(typedValue('-1', lever('realisedInitiatives'))).toBe('0');
    expect(typedValue('många', lever('benefit'))).toBeNull();
  });

  test('has ends in whole steps, inside the range', () => {
    expect(leverEnd(lever('maturityPercent'), 'minimum')).toBe('16.7');
    expect(leverEnd(lever('employeeMean'), 'maximum')).toBe('5.00');
  });
});
