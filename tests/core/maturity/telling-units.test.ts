import { describe, expect, it } from 'vitest';
import { maturityAnswers, sampleResult, type Fields } from '../result/sample-year.ts';

const answersOf = (unit: string, persons: number, score: number): Fields[] =>
  maturityAnswers(persons, score).map((row) => ({
    ...row,
    Person: `${unit}${String(row['Person'])}`,
    Unit: unit,
  }));

function unitsOf(dimios: readonly Fields[]) {
  const { maturity, figures } = sampleResult({
    mapping: { dimios: { unit: 'Unit' } },
    source: { dimios: { invited: {} } },
    rows: { dimios },
  });
  return {
    units: Object.fromEntries(maturity.units.map(({ id, n }) => [id, n.kind])),
    whole: figures.maturityPercent.figure.kind,
  };
}

describe('a unit whose percentage tells what everybody said', () => {
  it('is hidden where all gave the highest or the lowest answer', () => {
    const varied = [
      ...answersOf('B', 6, 2),
      ...answersOf('B', 6, 4).map((row) => ({ ...row, Person: `x${String(row['Person'])}` })),
    ];
    expect(unitsOf([...answersOf('A', 8, 6), ...varied]).units).toMatchObject({ A: 'absent' });
    expect(unitsOf([...answersOf('A', 8, 1), ...varied]).units).toMatchObject({ A: 'absent' });
  });

  it('is shown where they agree on what others may have said as well', () => {
    expect(unitsOf([...answersOf('A', 8, 4), ...answersOf('B', 8, 2)]).units).toEqual({
      A: 'value',
      B: 'value',
    });
  });

  it('may be the whole organisation', () => {
    expect(unitsOf(answersOf('A', 8, 6)).whole).toBe('absent');
    expect(unitsOf(answersOf('A', 8, 5)).whole).toBe('value');
  });
});
