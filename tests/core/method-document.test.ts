import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { toEmployeePercent } from '#core/employee-survey/score-employee-survey.ts';
import { INDEX_WEIGHTS } from '#core/index/index-weights.ts';
import { scoreIndex, scorePreconditions } from '#core/index/score-index.ts';
import { VIOLATION_RULES } from '#core/masking/violation.ts';
import { exact } from '#core/number/exact.ts';
import { SHOWN_DECIMALS, shownFigure, type FigureUnit } from '#core/number/shown.ts';
import { RULES } from '#core/quality/rules.ts';
import { METHOD_VERSION } from '#core/result/compute-result.ts';
import { unitOf } from '#core/result/figure-unit.ts';
import { FIGURE_IDS } from '#core/result/figure-ids.ts';
import { ABSENCE_REASONS, absent, derive, present, type Figure } from '#core/result/figure.ts';
import { FINDING_RULES } from '#core/quality/finding-schema.ts';
import { DEFAULT_METHOD_SETTINGS, methodSettingsSchema } from '#core/settings/method-settings.ts';

const CORE = join(import.meta.dirname, '../../core');
const METHOD = readFileSync(join(CORE, 'METHOD.md'), 'utf8');
const SOURCES = readdirSync(CORE, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'));
const SECTIONS = Array.from({ length: 13 }, (_, index) => index + 1);

type Row = Readonly<Record<string, string>>;

/** The rows of the one table whose first column is called so, each cell by the name of its column. */
function tableOf(firstColumn: string): readonly Row[] {
  const blocks = METHOD.split(/\n(?!\|)/).map((block) =>
    block
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map(cellsOf),
  );
  const tables = blocks.filter(([header]) => header?.[0] === firstColumn);
  expect(tables, `tables that begin with the column ${firstColumn}`).toHaveLength(1);
  const [header = [], , ...rows] = tables[0] ?? [];
  return rows.map((cells) => {
    expect(cells, cells.join(' | ')).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']));
  });
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The words in code type in a piece of text. */
function codeIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word);
}

function column(rows: readonly Row[], name: string): readonly string[] {
  return rows.map((row) => codeIn(row[name] ?? '')[0] ?? row[name] ?? '');
}

function expectWritten(rows: readonly Row[], name: string): void {
  for (const row of rows) expect(row[name], JSON.stringify(row)).toMatch(/\w/);
}

describe('the tables of METHOD.md', () => {
  test('hold every weight of the index, and no other', () => {
    const rows = tableOf('Part').map((row) => [
      codeIn(row['Part'] ?? '')[0],
      { weight: row['Weight'], source: row['Source'] },
    ]);
    expect(Object.fromEntries(rows)).toEqual(INDEX_WEIGHTS);
    expect(rows).toHaveLength(Object.keys(INDEX_WEIGHTS).length);
  });

  test('hold every setting with its default, and no other', () => {
    const rows = tableOf('Setting');
    const defaults = Object.entries(DEFAULT_METHOD_SETTINGS).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join('; ') : String(value),
    ]);
    expect(rows.map((row) => [codeIn(row['Setting'] ?? '')[0], codeIn(row['Default'] ?? '')[0]])).toEqual(
      defaults,
    );
    expectWritten(rows, 'Decides');
  });

  test('give the bounds that the settings schema has', () => {
    const properties = z.toJSONSchema(methodSettingsSchema, { io: 'input' }).properties ?? {};
    const bounds = Object.entries(properties).map(([name, schema]) => [name, allowedBy(schema)]);
    const written = tableOf('Setting').map((row) => [codeIn(row['Setting'] ?? '')[0], row['Allowed']]);
    expect(written).toEqual(bounds);
  });

  test('hold every figure with its unit and decimals, and no other', () => {
    const rows = tableOf('Figure');
    expect(column(rows, 'Figure')).toEqual(FIGURE_IDS);
    for (const [index, id] of FIGURE_IDS.entries()) {
      const decimals = String(SHOWN_DECIMALS[unitOf(id)]);
      expect(rows[index], id).toMatchObject({ Unit: unitOf(id), Decimals: decimals });
    }
  });

  test('name every unit of a figure, those of the table and those beside it', () => {
    const beside = /Two units appear beside these: [^.]*\./.exec(METHOD)?.[0] ?? '';
    const named = new Set([...tableOf('Figure').map((row) => row['Unit'] ?? ''), ...codeIn(beside)]);
    expect([...named].sort()).toEqual(Object.keys(SHOWN_DECIMALS).sort());
  });

  test('hold every reason for no figure, strongest first, and what it is passed on as', () => {
    const rows = tableOf('Reason');
    expect(column(rows, 'Reason')).toEqual(ABSENCE_REASONS);
    expect(column(rows, 'Passed on as')).toEqual(
      ABSENCE_REASONS.map((reason) => reasonOf(derive([absent(reason)], () => exact(0)))),
    );
    expectWritten(rows, 'Given where');
  });

  test('hold every rule of the catalogue with its severity, and no other', () => {
    const rows = tableOf('Rule');
    expect(rows.map((row) => [codeIn(row['Rule'] ?? '')[0], row['Severity']])).toEqual(
      Object.entries(RULES).map(([rule, { severity }]) => [rule, severity]),
    );
    expect([...column(rows, 'Rule')].sort()).toEqual([...FINDING_RULES].sort());
    expectWritten(rows, 'Meaning');
  });

  test('name for each rule the files that raise it', () => {
    for (const row of tableOf('Rule')) {
      const rule = codeIn(row['Rule'] ?? '')[0] ?? '';
      const foundBy = row['Found by'] === '–' ? [] : codeIn(row['Found by'] ?? '');
      expect(foundBy, rule).toEqual(filesThatRaise(rule));
      expect(row['Found by'], rule).not.toBe('');
    }
  });

  test('hold every violation that the audit knows, and no other', () => {
    const rows = tableOf('Violation');
    expect(column(rows, 'Violation')).toEqual(Object.keys(VIOLATION_RULES));
    expectWritten(rows, 'What the audit found');
  });
});

describe('what METHOD.md says besides', () => {
  test('is of the method version that results carry', () => {
    expect(/^Method version: `([^`]+)`/m.exec(METHOD)?.[1]).toBe(METHOD_VERSION);
  });

  test('stands in the sections 1 to 13, in order', () => {
    const headings = [...METHOD.matchAll(/^## (\d+)\. \S/gm)].map(([, number]) => Number(number));
    expect(headings).toEqual(SECTIONS);
  });

  test('points to files that exist', () => {
    const pointers = new Set(
      codeIn(METHOD).filter((word) => word.endsWith('.ts') && !word.startsWith('tests/')),
    );
    expect(pointers.size).toBeGreaterThan(50);
    expect([...pointers].filter((path) => !SOURCES.includes(path))).toEqual([]);
    for (const path of codeIn(METHOD).filter((word) => word.startsWith('tests/'))) {
      expect(existsSync(join(CORE, '..', path)), path).toBe(true);
    }
  });

  test('has the sections and rules that comments in the code point to', () => {
    const rules = [...sectionText(6).matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
    for (const path of SOURCES) {
      const comments = readFileSync(join(CORE, path), 'utf8').matchAll(
        /METHOD\.md sections? (\d+)(?: (?:and|to) (\d+))?(?:, rules? (\d+))?/g,
      );
      for (const [whole, first, last = first, rule] of comments) {
        expect(SECTIONS, `${path}: ${whole}`).toEqual(expect.arrayContaining([Number(first), Number(last)]));
        if (rule !== undefined) expect(rules, `${path}: ${whole}`).toContain(Number(rule));
      }
    }
  });

  test('makes of the printed parts the figures that were published', () => {
    const rows = tableOf('Year');
    expect(rows.map((row) => row['Year'])).toEqual(['2025']);
    for (const row of rows) expect(row).toMatchObject(publishedFrom(row));
  });
});

function reasonOf(figure: Figure): string {
  return figure.kind === 'absent' ? figure.reason : figure.kind;
}

const schemaFacts = z.object({
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

/** A setting's bounds in the words of the table. */
function allowedBy(schema: unknown): string {
  const { type, enum: words, minimum = -Infinity, maximum = Infinity } = schemaFacts.parse(schema);
  if (words) return words.map((word) => `\`${word}\``).join(', ');
  if (type === 'array') return 'list of texts';
  if (type === 'string') return `decimal text, ${capBounds()}`;
  // An integer without a bound of its own has those of safe integers.
  const [hasLow, hasHigh] = [minimum > Number.MIN_SAFE_INTEGER, maximum < Number.MAX_SAFE_INTEGER];
  if (hasLow && hasHigh) return `integer ${minimum}–${maximum}`;
  return hasLow ? `integer ≥ ${minimum}` : 'integer';
}

/** The cap is a text, whose bounds no schema tells: they are tried. */
function capBounds(): string {
  const isAllowed = (benefitCap: string) => methodSettingsSchema.safeParse({ benefitCap }).success;
  const tried = ['-1', '0', '0.001', '1', '1.001', '0,5', 'half'].filter(isAllowed);
  expect(tried).toEqual(['0.001', '1']);
  return '0 < cap ≤ 1';
}

/** Files that name a rule and know of findings, but those that only list the rules. */
function filesThatRaise(rule: string): readonly string[] {
  const listing = ['quality/rules.ts', 'quality/finding-schema.ts'];
  return SOURCES.filter((path) => !path.startsWith('contracts/') && !listing.includes(path))
    .filter((path) => {
      const text = readFileSync(join(CORE, path), 'utf8');
      return text.includes(`'${rule}'`) && /Finding(?:Collector|Rule)/.test(text);
    })
    .sort();
}

function sectionText(number: number): string {
  const [, after = ''] = METHOD.split(`\n## ${number}. `);
  return after.split('\n## ')[0] ?? '';
}

/** What core makes of a row's parts, written as the table writes it. */
function publishedFrom(row: Row): Row {
  const part = (name: string) => present(exact(row[name] ?? ''));
  const employeePercent = present(toEmployeePercent(part('Mean').value, 'share-of-max'));
  const preconditions = scorePreconditions({ maturityPercent: part('Maturity'), employeePercent });
  const index = scoreIndex({ preconditions, delivery: part('Delivery'), benefit: part('Benefit') });
  const shown = (figure: Figure, unit: FigureUnit) =>
    figure.kind === 'value' ? shownFigure(figure.value, unit) : figure.reason;
  return {
    'Employee item': shown(employeePercent, 'percent'),
    Preconditions: shown(preconditions, 'score'),
    Index: shown(index, 'score'),
  };
}
