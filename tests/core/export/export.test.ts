import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '#core/export/csv.ts';
import { dcatCatalogue } from '#core/export/dcat.ts';
import { LONG_COLUMNS, longRowSchema, longTable } from '#core/export/long-table.ts';
import { openView } from '#core/masking/open-view.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { answers, sampleResult } from '../result/sample-year.ts';

// Unit C may be seen in the tab but not outside it.
const units = ['A', 'B', 'C'].map((id) => ({ UnitId: id, UnitName: `Enhet ${id}` }));
const result = sampleResult({
  rows: { enheter: units, enkat: [...answers(30, 'A'), ...answers(12, 'B'), ...answers(7, 'C')] },
});

describe('the long table', () => {
  const rows = longTable([{ result, vintage: null }]);
  const valueOf = (of: IndexResult, figure: 'index' | 'employeeMean') => {
    const shown = of.figures[figure].figure;
    return shown.kind === 'value' ? Number(shown.shown) : null;
  };

  test('has columns that reports can rely on, in their order', () => {
    expect(LONG_COLUMNS).toEqual([
      'organisation',
      'year',
      'vintage',
      'published_at',
      'computed_at',
      'method_version',
      'result_hash',
      'subject',
      'subject_id',
      'subject_name',
      'parent_id',
      'figure',
      'unit',
      'value',
      'reason',
      'origin',
    ]);
    for (const row of rows) expect(longRowSchema.parse(row)).toEqual(row);
  });

  test('has each figure of each subject once, with a value or the reason why there is none', () => {
    const keys = rows.map(({ subject, subject_id, subject_name, figure }) =>
      [subject, subject_id, subject_name, figure].join('|'),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const { value, reason } of rows) expect((value === null) === (reason !== null)).toBe(true);
  });

  test('says what the tab shows', () => {
    const index = rows.find(({ subject, figure }) => subject === 'organisation' && figure === 'index');
    expect(index?.value).toBe(valueOf(openView(result), 'index'));
  });

  test('shows of units exactly what the open view shows', () => {
    const open = openView(result).employeeSurvey.units;
    const exported = rows.filter(({ subject, figure }) => subject === 'employee-unit' && figure === 'mean');
    expect(exported.map(({ value }) => value)).toEqual(
      open.map(({ mean }) => (mean.kind === 'value' ? Number(mean.shown) : null)),
    );
    const hidden = result.employeeSurvey.units.filter(({ openFigures }) => !openFigures);
    expect(hidden.length).toBeGreaterThan(0);
    expect(exported.some(({ value }) => value !== null)).toBe(true);
    for (const { id } of hidden) {
      const values = rows.filter(({ subject_id }) => subject_id === id).map(({ value }) => value);
      expect(values.filter((value) => value !== null)).toEqual([]);
    }
  });
});

describe('CSV', () => {
  test('keeps numbers numbers and quotes what must be quoted', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          [-0.5, 'x,"y"'],
          [null, 'å\nä'],
        ],
      ),
    ).toBe('\uFEFFa,b\r\n-0.5,"x,""y"""\r\n,"å\nä"\r\n');
  });

  test.each([
    '=1+1',
    '+46 8 123',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '=HYPERLINK("https://evil.example";"x")',
    '＝1+1',
  ])('makes the text %j harmless', (text) => {
    const [, line = ''] = toCsv(['a'], [[text]]).split('a\r\n');
    expect(line.replace(/^"/, '')).toMatch(/^'/);
  });

  test('gives back every text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 })), (rows) => {
        const [, ...parsed] = parseCsv(toCsv(['a', 'b'], rows).slice(1));
        expect(parsed.length).toBe(rows.length);
        for (const [index, cell] of parsed.flat().entries()) {
          const text = rows.flat()[index] ?? '';
          expect([text, `'${text}`]).toContain(cell);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('the catalogue of open data', () => {
  const catalogue = dcatCatalogue(
    {
      organisationName: 'Ekvikens kommun',
      address: 'https://index.ekviken.example/api/open-data/x',
      contactEmail: 'oppnadata@ekviken.example',
      licence: 'http://creativecommons.org/publicdomain/zero/1.0/',
    },
    { years: [2023, 2025, 2024], issuedAt: '2024-01-01T00:00:00Z', modifiedAt: '2026-01-01T00:00:00Z' },
  );
  const graph = catalogue['@graph'] as readonly Readonly<Record<string, unknown>>[];
  const of = (type: string) => graph.find((node) => node['@type'] === type) ?? {};

  test('has what DCAT-AP-SE makes mandatory for catalogue, publisher and dataset', () => {
    for (const name of [
      'dcterms:title',
      'dcterms:description',
      'dcterms:publisher',
      'dcterms:license',
      'dcat:dataset',
    ]) {
      expect(of('dcat:Catalog')).toHaveProperty([name]);
    }
    for (const name of [
      'dcterms:title',
      'dcterms:description',
      'dcterms:publisher',
      'dcat:theme',
      'dcat:distribution',
    ]) {
      expect(of('dcat:Dataset')).toHaveProperty([name]);
    }
    expect(of('foaf:Agent')).toHaveProperty(['foaf:name'], 'Ekvikens kommun');
  });

  test('refers only to what is in it or to an absolute address', () => {
    const ids = new Set(graph.map((node) => node['@id']));
    const references = [...JSON.stringify(graph).matchAll(/\{"@id":"([^"]+)"\}/g)].map(([, id = '']) => id);
    for (const id of references) {
      expect(ids.has(id) || /^(?:https?:\/\/|mailto:)/.test(id)).toBe(true);
    }
  });

  test('covers the years from the first to the last', () => {
    expect(JSON.stringify(of('dcat:Dataset'))).toMatch(/2023-01-01.*2025-12-31/);
  });
});

/** Reads CSV by the standard; a plain state machine of the test's own. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ',') {
      row.push(cell);
      cell = '';
    } else if (!quoted && letter === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at += 1;
    } else cell += letter;
  }
  return rows;
}
