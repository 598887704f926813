import { DatabaseSync } from 'node:sqlite';
import { performance } from 'node:perf_hooks';
import { from } from 'arquero';
import { createEmployeeSurveyIntake } from '#core/employee-survey/employee-survey-intake.ts';
import type { ListRow } from '#core/result/intake.ts';
import { DEFAULT_METHOD_SETTINGS } from '#core/settings/method-settings.ts';
import { employeeSurveySourceSchema } from '#core/settings/source-settings.ts';
import { median, type Bench, type BenchFigure } from './figure.ts';

const SIZES = [100_000, 500_000] as const;
const PAGE = 5000;
const UNITS = 300;
const ROUNDS = 5;
const YEAR = 2025;

const source = employeeSurveySourceSchema.parse({
  id: 'survey',
  topic: 'employee-survey',
  location: { kind: 'sharepoint-list', siteId: 's', siteName: 'S', listId: 'l', listName: 'L' },
  years: [YEAR],
  closesOn: '2025-10-31',
  mapping: { form: 'answers', answer: 'Svar', unit: 'Enhet' },
});

/** A page as Graph gives it, parsed: every hundredth answer is one that is left out. */
function pagesOf(rows: number): readonly (readonly ListRow[])[] {
  return Array.from({ length: rows / PAGE }, (_, page) =>
    Array.from({ length: PAGE }, (_row, index): ListRow => {
      const id = page * PAGE + index + 1;
      const fields = { Svar: id % 100 === 0 ? 'Vet ej' : 1 + ((id * 7) % 5), Enhet: `E${(id * 13) % UNITS}` };
      return { id: String(id), fields };
    }),
  );
}

type Pages = ReturnType<typeof pagesOf>;
/** Answers by unit and value: "E12 4" → how many. */
type Tally = ReadonlyMap<string, number>;

function byProduct(pages: Pages): Tally {
  const intake = createEmployeeSurveyIntake(source, DEFAULT_METHOD_SETTINGS, YEAR);
  intake.open([
    { name: 'Svar', displayName: 'Svar', kind: 'text' },
    { name: 'Enhet', displayName: 'Enhet', kind: 'text' },
  ]);
  for (const page of pages) for (const row of page) intake.addRow(row);
  return new Map(
    intake
      .tally()
      .groups.flatMap(({ path, counts }) =>
        (counts ?? []).flatMap((count, index) =>
          count === 0 ? [] : [[`${path.join()} ${index + 1}`, count] as const],
        ),
      ),
  );
}

/** The table is made of all rows, since the library groups tables; rows seen twice are not looked for. */
function byArquero(pages: Pages): Tally {
  const table = from(pages.flatMap((page) => page.map(({ fields }) => fields)))
    .filter((row: { readonly Svar: unknown }) => row.Svar !== 'Vet ej')
    .groupby('Enhet', 'Svar')
    .count();
  const rows = table.objects() as readonly { Enhet: string; Svar: number; count: number }[];
  return new Map(rows.map(({ Enhet, Svar, count }) => [`${Enhet} ${Svar}`, count]));
}

/** In memory, one transaction, the list id as primary key: a row seen twice counts as it came last, as in the product. */
function bySqlite(pages: Pages): Tally {
  const database = new DatabaseSync(':memory:');
  database.exec('create table answers (id integer primary key, unit text, answer)');
  const insert = database.prepare('insert or replace into answers values (?, ?, ?)');
  database.exec('begin');
  for (const page of pages) {
    for (const { id, fields } of page) {
      insert.run(Number(id), fields['Enhet'] as string, fields['Svar'] as string | number);
    }
  }
  database.exec('commit');
  const rows = database
    .prepare(
      "select unit, cast(answer as integer) answer, count(*) n from answers where answer <> 'Vet ej' group by 1, 2",
    )
    .all();
  database.close();
  return new Map(rows.map(({ unit, answer, n }) => [`${String(unit)} ${String(answer)}`, Number(n)]));
}

const LOOPS = [
  ['product', byProduct],
  ['arquero', byArquero],
  ['SQLite in memory', bySqlite],
] as const;

/**
 * The tally of survey answers from parsed pages, beside the same in a data library and a database in the same run. All three must
 * come to the same numbers. The product also sees to it that a row which comes twice counts once, reads every cell as the
 * method says, and keeps four bytes a row.
 */
export const bench: Bench = {
  title: 'tally of survey answers, 300 units, beside arquero and SQLite',
  run: () => Promise.resolve(SIZES.flatMap(measure)),
};

function measure(rows: number): readonly BenchFigure[] {
  const pages = pagesOf(rows);
  const times = new Map<string, number[]>(LOOPS.map(([name]) => [name, []]));
  const expected = byProduct(pages);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, loop] of LOOPS) {
      const startedAt = performance.now();
      const tally = loop(pages);
      const ms = performance.now() - startedAt;
      if (!isSame(tally, expected)) throw new Error(`${name} came to other numbers`);
      // The first round warms up.
      if (round > 0) times.get(name)?.push(ms);
    }
  }
  const named = rows.toLocaleString('en-GB');
  const own = median(times.get('product') ?? []);
  return LOOPS.flatMap(([name]): readonly BenchFigure[] => {
    const ms = median(times.get(name) ?? []);
    const time = { name: `${name}, ${named} answers`, value: ms, unit: 'ms', baseline: null };
    if (name === 'product') return [time];
    return [
      time,
      { name: `${name}, ${named} answers`, value: ms / own, unit: 'times', baseline: 'the product’s tally' },
    ];
  });
}

function isSame(one: Tally, other: Tally): boolean {
  return one.size === other.size && [...one].every(([key, count]) => other.get(key) === count);
}
