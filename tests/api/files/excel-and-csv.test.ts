import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { UploadedFile } from '#core/settings/source-location.ts';
import { ExcelAndCsv } from '../../../api/src/adapters/files/excel-and-csv.ts';
import { workbook, type WorkbookCell } from '../../../local/sample-tenant/workbook.ts';

const files = new ExcelAndCsv();
const at = (place: Partial<UploadedFile> = {}): UploadedFile => ({
  kind: 'uploaded-file',
  uploadId: 'a',
  fileName: 'f',
  sheet: null,
  table: null,
  headerRow: 1,
  ...place,
});
const plain = (bytes: Uint8Array) => new Uint8Array(bytes);
const read = (name: string, bytes: Uint8Array, place: Partial<UploadedFile> = {}) =>
  files.read({ name, bytes: plain(bytes) }, at(place));
const excel = (rows: readonly (readonly WorkbookCell[])[], place: Partial<UploadedFile> = {}) =>
  read('a.xlsx', workbook([{ name: 'Blad1', rows }]), place);
const text = (content: string, encoding: 'utf8' | 'latin1' = 'utf8') =>
  read('a.csv', Buffer.from(content, encoding));

describe('an Excel workbook', () => {
  test('gives text, numbers, dates and percentages as its cells show them', async () => {
    const { columns, rows } = await excel([
      ['Namn', 'Antal', 'Datum', 'Andel', 'Klar'],
      ['Å', 3.25, { date: '2025-01-01' }, { percent: 0.651 }, true],
      ['Ä', -1, { date: '2024-12-31' }, { percent: 0.5 }, false],
    ]);
    expect(columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['Namn', 'text'],
      ['Antal', 'number'],
      ['Datum', 'date-time'],
      ['Andel', 'percentage'],
      ['Klar', 'boolean'],
    ]);
    expect(rows[0]).toEqual({
      id: '2',
      fields: { Namn: 'Å', Antal: 3.25, Datum: '2025-01-01', Andel: 0.651, Klar: true },
    });
  });

  test('names a row by its number in the sheet, whatever stands above and whatever is blank', async () => {
    const { rows } = await excel([['Rapport'], [], ['Namn'], ['a'], [], ['b']], { headerRow: 3 });
    expect(rows.map(({ id }) => id)).toEqual(['4', '6']);
  });

  test('reads the sheet or the named table that was chosen, and says when it is gone', async () => {
    const book = workbook([
      { name: 'Ett', rows: [['A'], ['1']] },
      {
        name: 'Två',
        rows: [
          [null, 'x'],
          [null, 'B'],
          [null, 'rätt'],
          [null, 'utanför'],
        ],
        table: { name: 'T', range: 'B2:B3' },
      },
    ]);
    expect((await read('a.xlsx', book, { sheet: 'Två', headerRow: 2 })).rows).toHaveLength(2);
    const { columns, rows } = await read('a.xlsx', book, { table: 'T' });
    expect(columns.map(({ name }) => name)).toEqual(['B']);
    expect(rows).toEqual([{ id: '3', fields: { B: 'rätt' } }]);
    await expect(read('a.xlsx', book, { table: 'U' })).rejects.toMatchObject({
      code: 'sheet-missing',
      values: { sheet: 'U' },
    });
    expect(await files.outline({ name: 'a.xlsx', bytes: plain(book) })).toEqual({
      sheets: [
        { name: 'Ett', tables: [] },
        { name: 'Två', tables: ['T'] },
      ],
    });
  });

  test('keeps a formula’s error apart from a blank cell, so that the row is set aside and not counted as empty', async () => {
    const { rows } = await excel([['Utfall'], [{ error: '#N/A' }], [null], [{ error: '#DIV/0!' }]]);
    expect(rows).toEqual([
      { id: '2', fields: { Utfall: '#FEL!' } },
      { id: '4', fields: { Utfall: '#FEL!' } },
    ]);
  });

  test('numbers headings that come twice, and leaves out columns without one', async () => {
    const { columns } = await excel([
      ['A', 'A', null, 'B'],
      ['1', '2', '3', '4'],
    ]);
    expect(columns.map(({ name }) => name)).toEqual(['A', 'A (2)', 'B']);
  });

  test.each([
    ['is protected by a password', 'a.xlsx', ole('EncryptedPackage'), 'file-protected'],
    ['is an old .xls under a new name', 'a.xlsx', ole('Workbook'), 'file-wrong-type'],
    ['is an .xls', 'a.xls', ole('Workbook'), 'file-wrong-type'],
    ['is a PDF', 'a.pdf', strToU8('%PDF-1.7'), 'file-wrong-type'],
    ['is a text under a wrong name', 'a.xlsx', strToU8('A;B'), 'file-wrong-type'],
    [
      'is a Word document under a wrong name',
      'a.xlsx',
      zipSync({ 'word/document.xml': strToU8('<x/>') }),
      'file-wrong-type',
    ],
    ['has macros by its name', 'a.xlsm', workbook([{ name: 'B', rows: [] }]), 'file-has-macros'],
    [
      'has macros inside',
      'a.xlsx',
      workbook([{ name: 'B', rows: [['A']] }], { 'xl/vbaProject.bin': strToU8('x') }),
      'file-has-macros',
    ],
    ['was cut off', 'a.xlsx', workbook([{ name: 'B', rows: [['A']] }]).slice(0, 400), 'file-broken'],
    ['has no heading', 'a.xlsx', workbook([{ name: 'B', rows: [] }]), 'file-empty'],
    ['is larger than is read', 'a.xlsx', new Uint8Array(26 * 1024 * 1024), 'file-too-large'],
    ['would unpack to more than we take', 'a.xlsx', bomb(), 'file-too-large'],
  ])('that %s is refused before it is parsed', async (_, name, bytes, code) => {
    await expect(read(name, bytes)).rejects.toMatchObject({ code, values: { file: name } });
  });
});

describe('a CSV file', () => {
  test.each([
    ['UTF-8', 'utf8'],
    ['Windows-1252', 'latin1'],
  ] as const)('is read with semicolons and %s', async (_, encoding) => {
    const { rows } = await text('Åtgärd;Värde\nSnö;"3,5"\n', encoding);
    expect(rows).toEqual([{ id: '2', fields: { Åtgärd: 'Snö', Värde: '3,5' } }]);
  });

  test('is read with a byte order mark, commas, quoted line breaks and blank lines', async () => {
    const { columns, rows } = await text('\ufeffA,B\n"ett\ntvå",2\n\n3,4\n');
    expect(columns.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(rows.map(({ fields }) => fields)).toEqual([
      { A: 'ett\ntvå', B: '2' },
      { A: '3', B: '4' },
    ]);
  });

  test('gives dates as Swedes write them as ISO dates, and no other text', async () => {
    const { rows } = await text('D\n31/1 2025\n1 februari 2025\n2025/03/04\n5 av 10\n32/1 2025\n');
    expect(rows.map(({ fields }) => fields['D'])).toEqual([
      '2025-01-31',
      '2025-02-01',
      '2025-03-04',
      '5 av 10',
      '32/1 2025',
    ]);
  });

  test.each([
    ['a value too many', 'A;B\n1;2\n1;2;3\n', '3', '3'],
    ['a value too few', 'A;B;C\n1;2;3\n1;2\n', '3', '2'],
  ])('with %s names the row and how many were expected', async (_, content, row, found) => {
    await expect(text(content)).rejects.toMatchObject({ code: 'file-ragged', values: { row, found } });
  });

  test('with a quotation mark that never ends is broken, not one long value', async () => {
    await expect(text('A;B\n"1;2\n3;4\n')).rejects.toMatchObject({ code: 'file-broken' });
  });

  test('of bytes that are no text is refused', async () => {
    await expect(read('a.csv', new Uint8Array([65, 0, 66, 0]))).rejects.toMatchObject({
      code: 'file-wrong-type',
    });
  });
});

/** The container of old Office files and of encrypted new ones, as far as anyone looks. */
function ole(entry: string): Uint8Array {
  return Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    Buffer.from(entry, 'utf16le'),
  ]);
}

/** A small file whose directory says that it unpacks to 300 MB. */
function bomb(): Uint8Array {
  const bytes = workbook([{ name: 'B', rows: [['A']] }], { 'xl/media/x.bin': new Uint8Array(1000) });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let offset = 0; offset + 46 < bytes.byteLength; offset += 1) {
    const isEntry = view.getUint32(offset, true) === 0x02014b50;
    if (isEntry && view.getUint32(offset + 24, true) === 1000)
      view.setUint32(offset + 24, 300 * 1024 * 1024, true);
  }
  return bytes;
}
