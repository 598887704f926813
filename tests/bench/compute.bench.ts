import { performance } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { startComputation } from '#core/result/compute-result.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { ListRow } from '#core/result/intake.ts';
import { MATURITY_AREA_IDS } from '#core/result/figure-ids.ts';
import { sampleSettings, type Fields, type SampleSource } from '../core/result/sample-year.ts';
import { computeRows } from '../core/support/compute.ts';
import { numbersFrom, below } from '../core/masking/random-organisation.ts';
import { median, type Bench } from './figure.ts';

const YEARS = [2021, 2022, 2023, 2024, 2025] as const;
const UNITS = 300;
const ANSWERS = 100_000;
const INITIATIVES = 5000;
const BENEFITS = 5000;
const ROUNDS = 5;
/** Every survey has closed. */
const NOW = '2026-02-01T08:00:00.000Z';

const settings = sampleSettings();
const next = numbersFrom(2025);
const yearOf = (index: number) => YEARS[index % YEARS.length];
const numbered = (count: number, of: (index: number) => Fields): readonly ListRow[] =>
  Array.from({ length: count }, (_, index) => ({ id: String(index + 1), fields: of(index) }));

const STATUSES = [
  'proposed',
  'decided',
  'ongoing',
  'realised',
  'realised',
  'realised',
  'paused',
  'cancelled',
];
const rows: Readonly<Record<SampleSource, readonly ListRow[]>> = {
  // Four levels: ten to a parent.
  enheter: numbered(UNITS, (index) => ({
    UnitId: `U${index}`,
    UnitName: `Enhet ${index}`,
    Parent: index === 0 ? null : `U${Math.floor((index - 1) / 10)}`,
    Invited: 1000,
  })),
  enkat: numbered(ANSWERS, (index) => ({
    Answer: 1 + below(next, 5),
    Unit: `U${below(next, UNITS)}`,
    Year: yearOf(index),
  })),
  dimios: numbered(200 * 12 * YEARS.length, (index) => ({
    Person: `P${Math.floor(index / 12) % 200}`,
    Statement: `S${index % 12}`,
    Area: MATURITY_AREA_IDS[index % 6],
    Score: 1 + below(next, 6),
    Year: YEARS[Math.floor(index / 2400)],
  })),
  initiativ: numbered(INITIATIVES, (index) => ({
    Number: `I-${index}`,
    Title: `Initiativ ${index}`,
    Status: STATUSES[below(next, STATUSES.length)],
    Year: yearOf(index),
    Object: `Objekt ${below(next, 40)}`,
    Innovation: 1 + below(next, 5),
    Strategic: 1 + below(next, 5),
    Internal: 1 + below(next, 5),
  })),
  nytta: numbered(BENEFITS, (index) => ({
    Number: `N-${index}`,
    Title: `Nytta ${index}`,
    Year: yearOf(index),
    Kind: 'financial',
    Baseline: '10,5',
    Expected: '20',
    Measured: below(next, 4) === 0 ? '' : `${10 + below(next, 12)},25`,
    Weight: 1 + below(next, 3),
    Initiative: `I-${below(next, INITIATIVES)}`,
    Object: `Objekt ${below(next, 40)}`,
  })),
  omvarld: [],
};
const json = JSON.stringify(rows);

function msOf(work: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
  return median(times);
}

/** All five years, each from all rows, as five messages of the queue do. */
function computeAll(): void {
  let lastYear: IndexResult | null = null;
  for (const year of YEARS) {
    const { result, violations } = computeRows(settings, year, rows, { lastYear, now: NOW });
    if (violations.length > 0 || result.figures.index.figure.kind !== 'value') throw new Error('no index');
    lastYear = result;
  }
}

/** The answers of one year by unit and value, as core tallies them while they stream past. */
function tally(): void {
  const intake = startComputation(settings, 1, 2025).intakes.find(({ source }) => source.id === 'enkat');
  if (!intake) throw new Error('no survey');
  intake.open(intake.columns.map((name) => ({ name, displayName: name, kind: 'other' })));
  for (const row of rows.enkat) intake.addRow(row);
}

/** The same counts from SQLite, in memory, with one prepared statement and one transaction. */
function tallyWithSqlite(): void {
  const database = new DatabaseSync(':memory:');
  database.exec(
    'CREATE TABLE answers (id INTEGER PRIMARY KEY, unit TEXT, answer INTEGER, year INTEGER) STRICT; BEGIN',
  );
  const insert = database.prepare('INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)');
  for (const { id, fields } of rows.enkat) {
    insert.run(Number(id), String(fields['Unit']), Number(fields['Answer']), Number(fields['Year']));
  }
  database.exec('COMMIT');
  const counted = database
    .prepare('SELECT unit, answer, count(*) AS n FROM answers WHERE year = 2025 GROUP BY unit, answer')
    .all();
  if (counted.length === 0) throw new Error('nothing counted');
  database.close();
}

/** The same counts in nested Maps: no row seen twice, no checks, no findings. */
function tallyWithMaps(): void {
  const units = new Map<unknown, Map<unknown, number>>();
  for (const { fields } of rows.enkat) {
    if (fields['Year'] !== 2025) continue;
    const counts = units.get(fields['Unit']) ?? new Map<unknown, number>();
    units.set(fields['Unit'], counts.set(fields['Answer'], (counts.get(fields['Answer']) ?? 0) + 1));
  }
}

export const bench: Bench = {
  title: `${UNITS} units, ${YEARS.length} years, ${ANSWERS} answers, ${INITIATIVES} initiatives, ${BENEFITS} benefits`,
  run: () => {
    const parsing = msOf(() => void JSON.parse(json));
    const computing = msOf(computeAll);
    const [core, sqlite, maps] = [msOf(tally), msOf(tallyWithSqlite), msOf(tallyWithMaps)];
    return Promise.resolve([
      { name: 'five years computed, masked and audited', value: computing, unit: 'ms', baseline: null },
      {
        name: 'one year computed, masked and audited',
        value: computing / YEARS.length / parsing,
        unit: 'times',
        baseline: 'JSON.parse of the same rows',
      },
      { name: 'tally of the answers', value: core, unit: 'ms', baseline: null },
      { name: 'tally of the answers', value: core / sqlite, unit: 'times', baseline: 'SQLite in memory' },
      { name: 'tally of the answers', value: core / maps, unit: 'times', baseline: 'bare nested Maps' },
    ]);
  },
};
