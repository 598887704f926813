import { describe, expect, test } from 'vitest';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import { computeOf } from '../support/compute.ts';

const location = (name: string) => ({
  kind: 'sharepoint-list' as const,
  siteId: 's',
  siteName: 's',
  listId: name,
  listName: name,
});
const YEAR = 2025;
const AREAS = {
  e: 'efficiency',
  i: 'innovation',
  b: 'balancing',
  t: 'technology',
  u: 'users',
  o: 'organisation',
};

const settings = (typed: readonly (readonly [string, string])[] = []) =>
  settingsSchema.parse({
    organisationName: 'Provköping',
    years: [YEAR],
    sources: [
      {
        id: 'enkat',
        topic: 'employee-survey',
        location: location('enkat'),
        years: [YEAR],
        closesOn: '2025-12-01',
        mapping: { form: 'answers', answer: 'svar' },
      },
      {
        id: 'mognad',
        topic: 'maturity',
        location: location('mognad'),
        years: [YEAR],
        mapping: { respondent: 'r', statement: 's', area: 'a', answer: 'v', areas: AREAS },
      },
    ],
    publishedFigures: typed.map(([figure, value]) => ({ year: YEAR, figure, value, source: 'HR' })),
  });
const answers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ svar: 1 + ((index * 7) % 5) }));
const maturity = (persons: number) =>
  Array.from({ length: persons }, (_, person) =>
    Object.keys(AREAS).map((a, at) => ({ r: `p${person}`, s: `S${a}`, a, v: 1 + ((person * 5 + at) % 6) })),
  ).flat();

describe('how many rows of a survey were read and used', () => {
  const of = (persons: number, now?: string) => {
    const rows = { enkat: [...answers(persons), { svar: 'vet ej' }], mognad: maturity(persons) };
    const { result } = computeOf(settings(), YEAR, rows, now === undefined ? {} : { now });
    return result.sources.map(({ rowsRead, rowsUsed, rowsLeftOut, rowsSetAside }) => [
      rowsRead,
      rowsUsed,
      rowsLeftOut,
      rowsSetAside,
    ]);
  };

  test('is told where the organisation’s own number is', () => {
    expect(of(30)).toEqual([
      [31, 30, 1, 0],
      [180, 180, 0, 0],
    ]);
  });

  test('is told in steps of ten while the round is open, and not what became of them', () => {
    expect(of(37, '2025-11-20T08:00:00.000Z')[0]).toEqual([30, null, null, null]);
  });

  test('is not told where the number of answers is hidden', () => {
    expect(of(3)).toEqual([
      [null, null, null, null],
      [null, null, null, null],
    ]);
  });

  test('tells nothing by a finding on those invited while the round is open', () => {
    const rows = { enkat: answers(37), mognad: maturity(30) };
    const rules = (now: string) =>
      computeOf(settings([['employeeInvited', '30']]), YEAR, rows, { now }).result.findings.map(
        ({ rule }) => rule,
      );
    expect(rules('2025-11-20T08:00:00.000Z')).not.toContain('invited-below-answers');
  });
});

describe('a number of employees invited that is typed in', () => {
  const of = (invited: string) =>
    computeOf(settings([['employeeInvited', invited]]), YEAR, { enkat: answers(40), mognad: maturity(30) })
      .result;

  test('gives the response rate, and the warning that it is low', () => {
    const result = of('100');
    expect(result.figures.employeeResponseRate).toMatchObject({
      figure: { shown: '40.0' },
      inputs: [{ name: 'employeeAnswers' }, { name: 'employeeInvited', value: { shown: '100' } }],
    });
    expect(result.findings.map(({ rule }) => rule)).toContain('low-response-rate');
  });

  test('of fewer than have answered gives no rate', () => {
    expect(of('30').figures.employeeResponseRate.figure).toEqual({ kind: 'absent', reason: 'invalid' });
  });
});
