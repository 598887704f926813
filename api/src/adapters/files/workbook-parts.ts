import type { WorkbookArchive } from './workbook-archive.ts';

/** A named table: which cells of which sheet, its row of names included; counted from 0. */
export interface NamedTable {
  readonly name: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly tables: readonly NamedTable[];
}

/** The sheets of a workbook in their order, each with its named tables. */
export function sheetParts(archive: WorkbookArchive): readonly SheetPart[] {
  const targets = relationships(archive.text('xl/_rels/workbook.xml.rels') ?? '', 'xl');
  return elements(archive.text('xl/workbook.xml') ?? '', 'sheet').flatMap((element) => {
    const name = attribute(element, 'name');
    const path = targets.get(attribute(element, 'r:id') ?? attribute(element, 'id') ?? '');
    return name === null || path === undefined ? [] : [{ name, path, tables: tablesOf(archive, path) }];
  });
}

function tablesOf(archive: WorkbookArchive, sheetPath: string): readonly NamedTable[] {
  const folder = sheetPath.slice(0, sheetPath.lastIndexOf('/'));
  const file = sheetPath.slice(sheetPath.lastIndexOf('/') + 1);
  const targets = relationships(archive.text(`${folder}/_rels/${file}.rels`) ?? '', folder);
  return [...targets.values()]
    .filter((path) => /\/tables?\/|\/table\d+\.xml$/.test(path))
    .flatMap((path) => {
      const [element = ''] = elements(archive.text(path) ?? '', 'table');
      const name = attribute(element, 'displayName') ?? attribute(element, 'name');
      const range = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribute(element, 'ref') ?? '');
      if (name === null || range === null) return [];
      const [, from = '', top = '', to = '', bottom = ''] = range;
      return [
        {
          name,
          firstRow: Number(top) - 1,
          lastRow: Number(bottom) - 1,
          firstColumn: columnNumber(from),
          lastColumn: columnNumber(to),
        },
      ];
    });
}

/** Cells that hold a formula's error, as "row,column" counted from 0; the parsing library leaves them blank. */
export function errorCells(sheetXml: string): ReadonlySet<string> {
  const found = new Set<string>();
  // Most sheets have none, and a large one takes long to look through cell by cell.
  if (!sheetXml.includes('t="e"')) return found;
  for (const [cell] of sheetXml.matchAll(/<(?:\w+:)?c\b[^>]*\bt="e"[^>]*>/g)) {
    const at = /\br="([A-Z]+)(\d+)"/.exec(cell);
    if (at) found.add(`${Number(at[2]) - 1},${columnNumber(at[1] ?? '')}`);
  }
  return found;
}

/** How far a sheet's cells reach, from its first cell, in rows and columns; what it says of its own size is not believed. */
export function sheetReach(sheetXml: string): { readonly rows: number; readonly columns: number } {
  let [rows, columns, widest] = [0, 0, ''];
  for (const [, written = '', digits = ''] of sheetXml.matchAll(/\sr\s*=\s*["']\s*\$?([A-Z]*)\$?(\d+)/gi)) {
    const letters = written.toUpperCase();
    rows = Math.max(rows, Number(digits));
    // Letters are compared before they are counted: nearly all cells of a sheet lie within what was seen.
    const isFurther =
      letters.length > widest.length || (letters.length === widest.length && letters > widest);
    if (isFurther) [widest, columns] = [letters, columnNumber(letters) + 1];
  }
  return { rows, columns };
}

/** The columns, from 0, that a row's cells show as percentages: 65,1 % is kept as 0.651, as SharePoint keeps it. */
export function percentColumns(archive: WorkbookArchive, sheetXml: string, row: number): ReadonlySet<number> {
  const percentStyles = percentStyleIds(archive.text('xl/styles.xml') ?? '');
  const found = new Set<number>();
  if (percentStyles.size === 0) return found;
  for (const [, column = '', style = ''] of rowXml(sheetXml, row).matchAll(
    new RegExp(`<(?:\\w+:)?c\\b(?=[^>]*\\br="([A-Z]+)${row + 1}")(?=[^>]*\\bs="(\\d+)")[^>]*>`, 'g'),
  )) {
    if (percentStyles.has(Number(style))) found.add(columnNumber(column));
  }
  return found;
}

/** One row's part of a sheet; empty where there is none. */
function rowXml(sheetXml: string, row: number): string {
  const start = sheetXml.search(new RegExp(`<(?:\\w+:)?row\\b[^>]*\\br="${row + 1}"`));
  if (start < 0) return '';
  const end = sheetXml.indexOf('row>', start);
  return sheetXml.slice(start, end < 0 ? undefined : end);
}

function percentStyleIds(stylesXml: string): ReadonlySet<number> {
  const own = new Set(
    elements(stylesXml, 'numFmt')
      .filter((element) => (attribute(element, 'formatCode') ?? '').includes('%'))
      .map((element) => Number(attribute(element, 'numFmtId'))),
  );
  const formats = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(stylesXml)?.[0] ?? '';
  // 9 and 10 are Excel's built-in percentages.
  return new Set(
    elements(formats, 'xf').flatMap((element, index) => {
      const id = Number(attribute(element, 'numFmtId'));
      return id === 9 || id === 10 || own.has(id) ? [index] : [];
    }),
  );
}

/** Relationship id → path of the part. */
function relationships(xml: string, folder: string): ReadonlyMap<string, string> {
  return new Map(
    elements(xml, 'Relationship').flatMap((element) => {
      const [id, target] = [attribute(element, 'Id'), attribute(element, 'Target')];
      return id === null || target === null ? [] : [[id, pathFrom(folder, target)] as const];
    }),
  );
}

function pathFrom(folder: string, target: string): string {
  return new URL(target, `file:///${folder}/`).pathname.slice(1);
}

function elements(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, 'g'))].map(([element]) => element);
}

function attribute(element: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1];
  return value === undefined ? null : unescaped(value);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole, decimal: string, hex: string, name: string) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
      return code === null ? (ENTITIES[name] ?? whole) : String.fromCodePoint(code);
    },
  );
}

/** "A" → 0, "AA" → 26. */
function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0) - 1;
}
