import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareYears } from '#core/change/compare-years.ts';
import { exact, type Exact } from '#core/number/exact.ts';
import { FIGURE_IDS, MATURITY_AREA_IDS, type FigureId } from '#core/result/figure-ids.ts';
import type { ResultFigure } from '#core/result/figure.ts';
import type { ListRow } from '#core/result/intake.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { computeRows } from '../support/compute.ts';
import { completeRows, numbered, randomRows } from './random-year.ts';
import {
  answers,
  benefit,
  initiative,
  rowsOfYear,
  SAMPLE_ROWS,
  sampleResult,
  sampleSettings,
  sampleYear,
  YEAR,
  type Fields,
} from './sample-year.ts';

const RUNS = { numRuns: 200 };
const NOW = { now: '2026-02-01T08:00:00.000Z' };

const exactOf = (figure: ResultFigure): Exact | undefined =>
  figure.kind === 'value' && figure.exact !== null ? exact(figure.exact) : undefined;
const valueOf = (result: IndexResult, id: FigureId): Exact | undefined => exactOf(result.figures[id].figure);
const figuresOf = (result: IndexResult, ids: readonly FigureId[]) =>
  ids.map((id) => result.figures[id].figure);
const text = (value: number) => String(value).replace('.', ',');

/** Puts each row at the place that its key gives it. */
function shuffled(rows: readonly ListRow[], keys: readonly number[]): readonly ListRow[] {
  return rows
    .map((row, index) => ({ row, key: keys[index % keys.length] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ row }) => row);
}

describe('the order of rows', () => {
  test('is irrelevant: result, findings and hash are the same', () => {
    const keys = fc.array(fc.double({ noNaN: true }), { minLength: 100, maxLength: 100 });
    fc.assert(
      fc.property(randomRows, keys, (rows, order) => {
        const straight = numbered(rows);
        const mixed = Object.fromEntries(
          Object.entries(straight).map(([id, of]) => [id, shuffled(of, order)] as const),
        );
        const [one, other] = [straight, mixed].map((some) => computeRows(sampleSettings(), YEAR, some));
        expect(other?.result).toEqual(one?.result);
        const ids = (of: typeof one) => of?.rows.benefits.map(({ rowId }) => rowId).sort();
        expect(ids(other)).toEqual(ids(one));
      }),
      RUNS,
    );
  });

  it('is irrelevant also where two years have an initiative of one name', () => {
    const settings = sampleSettings({ mapping: { nytta: { yearRule: 'initiative' } } });
    const rows = numbered({
      ...SAMPLE_ROWS,
      initiativ: [initiative(1), initiative(1, 'realised', { Year: 2024 })],
      nytta: [benefit(1, 50, { Initiative: 'Initiativ 1' })],
    });
    const back = { ...rows, initiativ: [...rows.initiativ].reverse() };
    expect(computeRows(settings, YEAR, back).result).toEqual(computeRows(settings, YEAR, rows).result);
  });
});

describe('a person who did not answer', () => {
  const MEANS = [
    'employeeMean',
    'employeePercent',
    'employeeAnswers',
    'employeePositiveShare',
    'employeeNeutralShare',
    'employeeNegativeShare',
    'maturityPercent',
    'maturityRespondents',
    ...MATURITY_AREA_IDS.map((area) => `${area}Percent` as const),
    'preconditions',
    'index',
  ] as const satisfies readonly FigureId[];

  test('changes no mean, of the whole or of a unit', () => {
    const nothing = fc.constantFrom('', null, undefined, 'Vet ej', ' EJ  aktuellt ');
    fc.assert(
      fc.property(completeRows, nothing, fc.constantFrom('A', 'B', ''), (rows, said, unit) => {
        const person = MATURITY_AREA_IDS.map((Area) => ({
          Person: 'Ny',
          Statement: 'S',
          Area,
          Score: said,
          Year: YEAR,
        }));
        const before = sampleResult({ rows });
        const after = sampleResult({
          rows: {
            ...rows,
            enkat: [...rows.enkat, { Answer: said, Unit: unit, Year: YEAR }],
            dimios: [...rows.dimios, ...person],
          },
        });
        expect(figuresOf(after, MEANS)).toEqual(figuresOf(before, MEANS));
        expect(after.employeeSurvey.units).toEqual(before.employeeSurvey.units);
        const leftOut = [before, after].map((result) => valueOf(result, 'employeeLeftOut'));
        if (leftOut[0] && leftOut[1]) expect(leftOut[1].sub(leftOut[0]).toFraction()).toBe('1');
      }),
      RUNS,
    );
  });
});

describe('benefits', () => {
  const moreIsBetter = fc.record({
    baseline: fc.integer({ min: -500, max: 500 }),
    span: fc.integer({ min: 1, max: 900 }),
    measured: fc.integer({ min: -2000, max: 2000 }),
    weight: fc.integer({ min: 0, max: 50 }),
  });
  const rowsOf = (
    benefits: readonly { baseline: number; span: number; measured: number; weight: number }[],
    scale = 1,
  ): Fields[] =>
    benefits.map(({ baseline, span, measured, weight }, index) =>
      benefit(index, text(measured / 100), {
        Baseline: text(baseline / 100),
        Expected: text((baseline + span) / 100),
        Weight: text((weight * scale) / 100),
      }),
    );

  test('measured higher, where more is better, never lower the index', () => {
    const benefits = fc.array(moreIsBetter, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(benefits, fc.nat(), fc.integer({ min: 1, max: 3000 }), (some, which, by) => {
        const raised = some.map((one, index) =>
          index === which % some.length ? { ...one, measured: one.measured + by } : one,
        );
        const [before, after] = [some, raised].map((of) =>
          valueOf(sampleResult({ rows: { nytta: rowsOf(of) } }), 'index'),
        );
        expect(before === undefined).toBe(after === undefined);
        if (before && after) expect(after.compare(before)).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });

  test('score the same with all weights multiplied', () => {
    const benefits = fc.array(moreIsBetter, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(benefits, fc.integer({ min: 2, max: 1000 }), (some, scale) => {
        const [plain, scaled] = [1, scale].map((by) => sampleResult({ rows: { nytta: rowsOf(some, by) } }));
        const figures = FIGURE_IDS.map((id) => plain?.figures[id].figure);
        expect(FIGURE_IDS.map((id) => scaled?.figures[id].figure)).toEqual(figures);
        expect(scaled?.benefit).toEqual(plain?.benefit);
      }),
      RUNS,
    );
  });

  test('score 0 to 10, whatever the register holds', () => {
    fc.assert(
      fc.property(completeRows, (rows) => {
        const score = valueOf(sampleResult({ rows }), 'benefit');
        expect(score && score.compare(0) >= 0 && score.compare(10) <= 0).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('contributions', () => {
  test('of two computed years sum to the change of the index exactly', () => {
    fc.assert(
      fc.property(completeRows, completeRows, (now, before) => {
        const [current, previous] = [
          sampleResult({ rows: now }, NOW),
          sampleResult({ rows: rowsOfYear(2024, before) }, NOW, 2024),
        ];
        fc.pre(valueOf(current, 'index') !== undefined && valueOf(previous, 'index') !== undefined);
        const change = compareYears(current, previous);
        const sum = change.contributions.reduce(
          (total, { contribution }) => total.add(exactOf(contribution) ?? 'NaN'),
          exact(0),
        );
        expect(change.exact).toBe(true);
        expect(sum.toFraction()).toBe(exactOf(change.indexChange)?.toFraction());
        expect(exactOf(change.remainder)?.toFraction()).toBe('0');
        const difference = valueOf(current, 'index')?.sub(valueOf(previous, 'index') ?? 'NaN');
        expect(difference?.toFraction()).toBe(sum.toFraction());
      }),
      RUNS,
    );
  });
});

describe('several sources of one topic', () => {
  const twice = (id: string, of: string) => {
    const settings = sampleSettings();
    const [source] = settings.sources.filter((one) => one.id === of);
    return { ...settings, sources: source ? [...settings.sources, { ...source, id }] : settings.sources };
  };

  test('of initiatives count together', () => {
    const rows = { ...numbered(SAMPLE_ROWS), fler: numbered(SAMPLE_ROWS).initiativ.slice(4) };
    const { figures } = computeRows(twice('fler', 'initiativ'), YEAR, rows).result;
    // 4 realised of 5 + 1 paused
    expect(figures.delivery.figure).toMatchObject({ exact: '20/3' });
  });

  it.each(['enkat', 'dimios'] as const)('never tells rows as used that no figure used: %s', (of) => {
    const rows = { ...numbered(SAMPLE_ROWS), fler: numbered(SAMPLE_ROWS)[of].slice(0, 6) };
    const { figures, sources, findings } = computeRows(twice('fler', of), YEAR, rows).result;
    const used = sources
      .filter(({ sourceId }) => [of, 'fler'].includes(sourceId))
      .map(({ rowsUsed }) => rowsUsed ?? 0);
    const counted =
      of === 'enkat' ? valueOf(computeRows(twice('fler', of), YEAR, rows).result, 'employeeAnswers') : null;
    expect(figures.index.figure.kind).toBe('value');
    if (counted) expect(used.reduce((sum, one) => sum + one, 0)).toBe(counted.valueOf());
    else expect(used[1] === 0 || findings.length > 0).toBe(true);
  });
});

describe('a row without the answer field', () => {
  it('is a blank one, also where the column is called "constructor"', () => {
    const { result } = sampleYear({
      mapping: { enkat: { answer: 'constructor' } },
      rows: {
        enkat: [
          ...answers(12).map(({ Answer, ...row }) => ({ ...row, constructor: Answer })),
          { Year: YEAR },
        ],
      },
    });
    expect(result.figures.employeeLeftOut.figure).toMatchObject({ shown: '1' });
    expect(result.findings).toEqual([]);
  });
});
