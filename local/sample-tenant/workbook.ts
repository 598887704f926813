import { strToU8, zipSync } from 'fflate';

/** A cell of a workbook that is made here: a date is written as Excel keeps one, a share as a percentage, an error as a formula's. */
export type WorkbookCell =
  | string
  | number
  | boolean
  | null
  | { readonly date: string }
  | { readonly percent: number }
  | { readonly error: string };

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** A named table over these cells, for instance "A1:C9". */
  readonly table?: { readonly name: string; readonly range: string };
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const [DATE_STYLE, PERCENT_STYLE] = [1, 2];

/** A small .xlsx as Excel writes it, for samples and tests. `extra` are parts to put beside, such as macros. */
export function workbook(
  sheets: readonly WorkbookSheet[],
  extra: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': relationships([['rId1', `${DOCUMENT}/officeDocument`, 'xl/workbook.xml']]),
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${sheets
      .map(
        ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map(
        (_, index) =>
          [`rId${index + 1}`, `${DOCUMENT}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const,
      ),
      [`rId${sheets.length + 1}`, `${DOCUMENT}/styles`, 'styles.xml'],
    ]),
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  for (const [index, sheet] of sheets.entries()) {
    const path = `sheet${index + 1}.xml`;
    parts[`xl/worksheets/${path}`] = sheetXml(sheet);
    if (sheet.table === undefined) continue;
    const table = `table${index + 1}.xml`;
    parts[`xl/worksheets/_rels/${path}.rels`] = relationships([
      ['rId1', `${DOCUMENT}/table`, `../tables/${table}`],
    ]);
    parts[`xl/tables/${table}`] =
      `${XML}<table xmlns="${MAIN}" id="${index + 1}" name="${escaped(sheet.table.name)}" displayName="${escaped(sheet.table.name)}" ref="${sheet.table.range}"/>`;
  }
  const files = Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)]));
  return zipSync({ ...files, ...extra }, { mtime: '2026-01-01T00:00:00' });
}

function relationships(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;
}

function sheetXml({ rows, table }: WorkbookSheet): string {
  const data = rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`)).join('')}</row>`,
    )
    .join('');
  const tables = table === undefined ? '' : '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>';
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheetData>${data}</sheetData>${tables}</worksheet>`;
}

function cellXml(cell: WorkbookCell, at: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string')
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ('error' in cell) return `<c r="${at}" t="e"><f>1/0</f><v>${escaped(cell.error)}</v></c>`;
  if ('percent' in cell) return `<c r="${at}" s="${PERCENT_STYLE}"><v>${cell.percent}</v></c>`;
  return `<c r="${at}" s="${DATE_STYLE}"><v>${serialDay(cell.date)}</v></c>`;
}

/** Days since 30 December 1899, as Excel counts. */
function serialDay(date: string): number {
  return Math.round((Date.parse(date) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

function letters(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
}
