import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { UploadedFile } from '#core/settings/source-location.ts';
import { ExcelAndCsv } from '../../api/src/adapters/files/excel-and-csv.ts';
import { ProblemError } from '../../api/src/app/errors.ts';
import { workbook } from '../../local/sample-tenant/workbook.ts';

/** Files made to exhaust or confuse whoever opens them: each ends as a problem with a next step, or as rows. */
const files = new ExcelAndCsv();
const SHEET = 'xl/worksheets/sheet1.xml';
const MB = 1024 * 1024;
const at: UploadedFile = {
  kind: 'uploaded-file',
  uploadId: 'a',
  fileName: 'a',
  sheet: null,
  table: null,
  headerRow: 1,
};
const honest = workbook([
  {
    name: 'Blad1',
    rows: [
      ['Namn', 'Antal'],
      ['x', 1],
    ],
    table: { name: 'T', range: 'A1:B2' },
  },
]);
const parts = unzipSync(honest);
const sheet = strFromU8(parts[SHEET] ?? new Uint8Array());
const withSheet = (xml: string | Uint8Array) =>
  zipSync({ ...parts, [SHEET]: typeof xml === 'string' ? strToU8(xml) : xml });
const withCell = (cell: string) => withSheet(sheet.replace('</sheetData>', `${cell}</sheetData>`));
const read = (bytes: Uint8Array, place: Partial<UploadedFile> = {}, name = 'a.xlsx') =>
  files.read({ name, bytes: new Uint8Array(bytes) }, { ...at, ...place });

/** A sheet that packs a thousandfold: blanks after its cells. */
function blanks(bytes: number): Uint8Array {
  const [head = '', tail = ''] = sheet.split('</sheetData>');
  const xml = new Uint8Array(bytes).fill(0x20);
  xml.set(strToU8(head), 0);
  xml.set(strToU8(`</sheetData>${tail}`), bytes - 1000);
  return withSheet(xml);
}

/** The same archive, whose directory and headers say that a part of `real` bytes unpacks to `said`. */
function lying(archive: Uint8Array, real: number, said: number): Uint8Array {
  const bytes = Buffer.from(archive);
  for (const [signature, offset] of [
    [0x02014b50, 24],
    [0x04034b50, 22],
  ] as const) {
    const mark = Buffer.alloc(4);
    mark.writeUInt32LE(signature);
    for (let found = bytes.indexOf(mark); found >= 0; found = bytes.indexOf(mark, found + 1)) {
      if (bytes.readUInt32LE(found + offset) === real) bytes.writeUInt32LE(said, found + offset);
    }
  }
  return bytes;
}

describe('a workbook made to exhaust the machine', () => {
  test('is refused where it would unpack to far more than it weighs', async () => {
    await expect(read(blanks(60 * MB))).rejects.toMatchObject({ code: 'file-broken' });
  });

  test('is unpacked to no more than it says, so that a lie in its directory gains nothing', async () => {
    const bomb = lying(blanks(60 * MB), 60 * MB, 2000);
    await expect(read(bomb)).rejects.toMatchObject({ code: 'file-broken' });
  });

  test.each([
    ['the last cell of a sheet', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
    ['a cell beyond any sheet', '<row r="4000000000"><c r="ZZZZZ4000000000"><v>1</v></c></row>'],
    ['a cell in other quotes and small letters', "<row r='900000'><c r='xfd900000'><v>1</v></c></row>"],
  ])('by %s is refused before it is laid out, with where to look', async (_, cell) => {
    await expect(read(withCell(cell))).rejects.toMatchObject({
      code: 'file-too-many-cells',
      values: { file: 'a.xlsx', list: 'Blad1' },
    });
  });

  test('by a table that says it goes on for ever gives the rows that are there', async () => {
    const endless = zipSync({
      ...parts,
      'xl/tables/table1.xml': strToU8(
        strFromU8(parts['xl/tables/table1.xml'] ?? new Uint8Array()).replaceAll('A1:B2', 'A1:ZZZZ999999999'),
      ),
    });
    const { rows } = await read(endless, { table: 'T' });
    expect(rows).toEqual([{ id: '2', fields: { Namn: 'x', Antal: 1 } }]);
  });

  test('by entities within entities has none of them expanded', async () => {
    const laughs = sheet
      .replace('<worksheet', '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet')
      .replace('>x<', '>&b;&b;<');
    const { rows } = await read(withSheet(laughs));
    expect(JSON.stringify(rows)).not.toContain('haha');
  });

  test('by what is far out but within reason is read', async () => {
    const { rows } = await read(withCell('<row r="1048576"><c r="B1048576"><v>7</v></c></row>'));
    expect(rows.at(-1)).toMatchObject({ fields: { Antal: 7 } });
  });
});

describe('a text file made to exhaust the machine', () => {
  test.each(['\n', '\r\n', '\r'])('by millions of blank lines (%j) is refused', async (end) => {
    const bytes = Buffer.from(`A;B${end}${`;${end}`.repeat(2_000_001)}`);
    await expect(read(bytes, {}, 'a.csv')).rejects.toMatchObject({ code: 'file-too-many-cells' });
  });
});

describe('a workbook that was tampered with', () => {
  const outcome = (bytes: Uint8Array, place: Partial<UploadedFile> = {}) =>
    read(bytes, place).then(
      () => 'read',
      (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
    );
  const fair = /^(?:read|file-[a-z-]+|sheet-missing)$/;

  test('in any byte gives rows or a problem that tells of the file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(honest.byteLength - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        async (changes) => {
          const bytes = new Uint8Array(honest);
          for (const [place, value] of changes) bytes[place] = value;
          expect(await outcome(bytes)).toMatch(fair);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('in the text of any part gives rows or a problem that tells of the file', async () => {
    const paths = Object.keys(parts);
    const scraps = fc.constantFrom(
      '<',
      '>',
      '"',
      '&#99999999;',
      '&#xFFFFFFFF;',
      '\0',
      '://',
      '../../..',
      'r="',
      'A1:',
      '-1',
      ']]>',
      '<!--',
      '%',
      'r:id="',
      '1e999',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.nat(2000),
        fc.nat(12),
        scraps,
        fc.boolean(),
        async (path, place, cut, scrap, asTable) => {
          const text = strFromU8(parts[path] ?? new Uint8Array());
          const from = place % (text.length + 1);
          const changed = text.slice(0, from) + scrap + text.slice(from + cut);
          const bytes = zipSync({ ...parts, [path]: strToU8(changed) });
          expect(await outcome(bytes, asTable ? { table: 'T' } : {})).toMatch(fair);
        },
      ),
      { numRuns: 500 },
    );
  });
});
