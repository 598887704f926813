import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_KINDS, type ColumnKind } from '#core/result/column-kinds.ts';
import { type ListRow } from '#core/result/intake.ts';
import { indexResultSchema } from '#core/result/result-schema.ts';
import { computeRows } from '../support/compute.ts';
import { numbered } from './random-year.ts';
import { SAMPLE_ROWS, sampleSettings, YEAR, type Fields, type SampleSource } from './sample-year.ts';

const RUNS = { numRuns: 200 };
const settings = sampleSettings({ mapping: { dimios: { unit: 'Unit' } } });
const columnsOf = (id: SampleSource): readonly string[] => {
  const source = settings.sources.find((one) => one.id === id);
  if (!source) throw new Error(`no source ${id}`);
  const mapped: readonly unknown[] = Object.values(source.mapping);
  return mapped.filter((value) => typeof value === 'string').filter((value) => value !== 'answers');
};
const SOURCES: readonly SampleSource[] = ['enheter', 'enkat', 'dimios', 'initiativ', 'nytta', 'omvarld'];

/** Whatever may stand in a cell, and now and then what should. */
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      YEAR,
      String(YEAR),
      'A',
      'P1',
      3,
      '4,0',
      'efficiency',
      'realised',
      undefined,
      Number.NaN,
      Infinity,
      -1,
      1e308,
      '1e999',
      '−5',
      '9'.repeat(200),
      '__proto__',
      [],
      [[]],
      [{ LookupId: 1, LookupValue: 'x' }],
      { LookupId: 2 },
      '\u0000\ud800',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
);

function rowsOf(id: SampleSource): fc.Arbitrary<readonly ListRow[]> {
  const columns = columnsOf(id);
  const keys = [...columns, ...columns.map((name) => `${name}LookupId`), 'constructor', '__proto__'];
  const fields = fc.dictionary(fc.constantFrom(...keys), cell, { maxKeys: keys.length });
  const row = fc.record({
    id: fc.oneof(fc.integer({ min: 1, max: 30 }).map(String), fc.string({ maxLength: 5 })),
    fields: fc.oneof({ weight: 9, arbitrary: fields }, { weight: 1, arbitrary: fc.jsonValue() }),
  });
  return fc.array(row as unknown as fc.Arbitrary<ListRow>, { maxLength: 12 });
}

const allRows = fc.record(Object.fromEntries(SOURCES.map((id) => [id, rowsOf(id)])));
const kinds = fc.dictionary(
  fc.constantFrom(...SOURCES.flatMap(columnsOf)),
  fc.constantFrom<ColumnKind>(...COLUMN_KINDS),
);

describe('whatever stands in the lists', () => {
  it('core computes a result of the shape that it promises, and never throws', () => {
    fc.assert(
      fc.property(allRows, kinds, (rows, columnKinds) => {
        const { result, violations } = computeRows(settings, YEAR, rows, { kinds: columnKinds });
        expect(indexResultSchema.safeParse(result).error).toBeUndefined();
        expect(violations).toEqual([]);
        for (const { rowsRead, rowsUsed, rowsLeftOut, rowsSetAside } of result.sources) {
          if (rowsUsed === null || rowsLeftOut === null || rowsSetAside === null) continue;
          expect(rowsUsed + rowsLeftOut + rowsSetAside).toBe(rowsRead);
          expect(Math.min(rowsUsed, rowsLeftOut, rowsSetAside)).toBeGreaterThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  it('every row that is set aside is in a finding with its column and the kind of thing that stood there', () => {
    fc.assert(
      fc.property(allRows, kinds, (rows, columnKinds) => {
        const { result } = computeRows(settings, YEAR, rows, { kinds: columnKinds });
        for (const { sourceId, rowsSetAside } of result.sources) {
          const findings = result.findings.filter(
            (one) => one.sourceId === sourceId && one.rowIds.length > 0,
          );
          const told = new Set(findings.flatMap(({ rowIds }) => rowIds));
          expect(told.size, `${sourceId}: ${JSON.stringify(findings)}`).toBeGreaterThanOrEqual(
            rowsSetAside ?? 0,
          );
          for (const finding of findings) {
            expect(finding.column, finding.rule).not.toBeNull();
            expect(finding.valueClass, finding.rule).not.toBe('none');
          }
        }
      }),
      RUNS,
    );
  });
});

describe('a survey answer', () => {
  const SECRET = 'hemligt-svar-4711';
  const secret = fc.constantFrom<unknown>(
    SECRET,
    ` ${SECRET} `,
    [SECRET],
    [SECRET, SECRET],
    { LookupValue: SECRET },
    { [SECRET]: 1 },
    4711.4711,
    [4711.4711],
  );
  const columns = (id: 'enkat' | 'dimios'): fc.Arbitrary<readonly Fields[]> =>
    fc.array<Fields>(
      id === 'enkat'
        ? fc.record({
            Answer: secret,
            Unit: fc.constantFrom<unknown>('A', SECRET),
            Year: fc.constantFrom<unknown>(YEAR, SECRET),
          })
        : fc.record({
            Person: fc.constantFrom<unknown>('P1', SECRET),
            Statement: fc.constant('S'),
            Area: fc.constantFrom<unknown>('users', SECRET),
            Score: secret,
            Unit: fc.constantFrom<unknown>('A', SECRET),
            Year: fc.constantFrom<unknown>(YEAR, SECRET),
          }),
      { maxLength: 8 },
    );

  it('never appears anywhere in the result, whatever it is and whichever column it stands in', () => {
    fc.assert(
      fc.property(columns('enkat'), columns('dimios'), (enkat, dimios) => {
        const rows = numbered({
          ...SAMPLE_ROWS,
          enkat: [...SAMPLE_ROWS.enkat, ...enkat],
          dimios: [...SAMPLE_ROWS.dimios, ...dimios],
        });
        const { result, rows: behind } = computeRows(settings, YEAR, rows);
        expect(JSON.stringify([result, behind])).not.toMatch(/hemligt|4711\.47/);
      }),
      RUNS,
    );
  });
});
