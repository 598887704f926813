import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { SourceReading } from '#core/result/source-reading-schema.ts';
import type { SourceSettings } from '#core/settings/source-settings.ts';
import { csvOf } from '../../../tab/src/charts/export/csv.ts';
import { findingsAsTable } from '../../../tab/src/features/quality/finding-words.ts';
import { placeFindings } from '../../../tab/src/features/quality/found-rows.ts';
import { createTranslation } from '../../../tab/src/lib/translation.tsx';
import { sv } from '../../../tab/src/texts/sv.ts';
import { sampleSettings } from '../../../local/sample-tenant/sample-settings.ts';

const LIST = 'https://ekviken.sharepoint.com/sites/digital/Lists/Initiativ';

function finding(change: Partial<Finding>): Finding {
  return {
    rule: 'year-missing',
    severity: 'warning',
    sourceId: 'initiativ',
    column: null,
    valueClass: 'blank',
    count: 1,
    rowIds: [],
    detail: {},
    ...change,
  };
}

const READING: SourceReading = {
  sourceId: 'initiativ',
  topic: 'initiatives',
  name: 'Digitala initiativ',
  webUrl: LIST,
  eTag: null,
  lastChangedAt: null,
  readAt: '2026-02-02T05:00:00Z',
  rowsRead: 10,
  rowsUsed: 9,
  rowsLeftOut: 0,
  rowsSetAside: 1,
};

describe('findings on the page', () => {
  it('stand with the gravest first, and name each row with its address in SharePoint', () => {
    const placed = placeFindings(
      [finding({}), finding({ severity: 'error', rule: 'status-unknown', rowIds: ['7', '12'] })],
      [READING],
      sampleSettings.sources,
    );
    expect(placed.map(({ finding: { rule } }) => rule)).toEqual(['status-unknown', 'year-missing']);
    expect(placed[0]?.rows).toEqual([
      { rowId: '7', webUrl: `${LIST}/DispForm.aspx?ID=7` },
      { rowId: '12', webUrl: `${LIST}/DispForm.aspx?ID=12` },
    ]);
  });

  it('name rows of a file by number, without an address that leads nowhere', () => {
    const inFile = sampleSettings.sources.map((source) =>
      source.id === 'initiativ'
        ? {
            ...source,
            location: {
              kind: 'uploaded-file',
              uploadId: 'u-1',
              fileName: 'initiativ.csv',
              sheet: null,
              table: null,
              headerRow: 1,
            },
          }
        : source,
    ) as readonly SourceSettings[];
    const [placed] = placeFindings([finding({ rowIds: ['7'] })], [READING], inFile);
    expect(placed?.rows).toEqual([{ rowId: '7', webUrl: null }]);
    expect(placed?.sourceUrl).toBe(LIST);
  });

  it('are saved with a line for each row, and no cell that a spreadsheet would run', () => {
    const placed = placeFindings(
      [
        finding({
          rule: 'status-unknown',
          severity: 'error',
          column: '=HYPERLINK("http://evil.example")',
          rowIds: ['7', '8'],
          detail: { status: '@SUM(A1)' },
        }),
      ],
      [{ ...READING, name: '+46 8 list' }],
      sampleSettings.sources,
    );
    const csv = csvOf(findingsAsTable(placed, createTranslation('sv', sv)));
    const lines = csv.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(csv).toContain(`;7;${LIST}/DispForm.aspx?ID=7;`);
    const cells = lines.flatMap((line) => line.split(';')).map((cell) => cell.replace(/^"/, ''));
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  it('show the letters of an internal column name', () => {
    const [placed] = placeFindings([finding({ column: 'Utg_x00e5_ngsv_x00e4_rde' })], [READING], []);
    expect(placed?.columnName).toBe('Utgångsvärde');
  });
});
