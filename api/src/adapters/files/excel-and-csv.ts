import type { FileLocation } from '#core/settings/source-location.ts';
import { ProblemError } from '../../app/errors.ts';
import {
  LARGEST_FILE_BYTES,
  type FileContent,
  type FileOutline,
  type FileTable,
  type TableFiles,
} from '../../app/ports/table-files.ts';

type Named = Pick<FileContent, 'name' | 'bytes'>;

/** Excel and CSV files, told apart by their names; the parsers are loaded at the first file. */
export class ExcelAndCsv implements TableFiles {
  async outline({ name, bytes }: Named): Promise<FileOutline> {
    if (kindOf(name, bytes) === 'text') return { sheets: [] };
    const { outlineOf } = await import('./workbook-table.ts');
    return outlineOf(name, bytes);
  }

  async read({ name, bytes }: Named, location: FileLocation): Promise<FileTable> {
    if (kindOf(name, bytes) === 'text') {
      const { readTextTable } = await import('./text-table.ts');
      return readTextTable(name, bytes, location);
    }
    const { readWorkbookTable } = await import('./workbook-table.ts');
    return readWorkbookTable(name, bytes, location);
  }
}

function kindOf(name: string, bytes: Uint8Array): 'workbook' | 'text' {
  const values = { file: name, list: name };
  if (bytes.byteLength > LARGEST_FILE_BYTES) {
    throw new ProblemError('file-too-large', { ...values, limit: `${LARGEST_FILE_BYTES / 1024 / 1024} MB` });
  }
  switch (/\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? '') {
    case 'xlsx':
      return 'workbook';
    case 'csv':
    case 'txt':
    case 'tsv':
      return 'text';
    case 'xlsm':
    case 'xltm':
      throw new ProblemError('file-has-macros', values);
    default:
      throw new ProblemError('file-wrong-type', values);
  }
}
