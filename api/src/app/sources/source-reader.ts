import type { FileLocation, SharePointList, SourceLocation } from '#core/settings/source-location.ts';
import { ProblemError } from '../errors.ts';
import type { ListReader, OpenedList, SourceReader, Unchanged } from '../ports/list-reader.ts';
import type { DriveFiles, FileContent, TableFiles, UploadStore } from '../ports/table-files.ts';

/** Rows of a file that are handed on at a time, so that progress is seen. */
const ROWS_A_PAGE = 2000;

export interface SourceReaderParts {
  readonly lists: ListReader;
  readonly driveFiles: DriveFiles;
  readonly uploads: UploadStore;
  readonly tableFiles: TableFiles;
}

/** Fetches a file from where it stands. */
export async function fetchFile(
  { driveFiles, uploads }: Pick<SourceReaderParts, 'driveFiles' | 'uploads'>,
  tenantId: string,
  location: FileLocation,
): Promise<FileContent> {
  return location.kind === 'drive-file' ? driveFiles.fetch(location) : uploads.fetch(tenantId, location);
}

/** One reader for every kind of place, so that nothing beyond it needs to know which it is. */
export function createSourceReader(parts: SourceReaderParts): SourceReader {
  const { lists, tableFiles } = parts;
  return {
    columns: async (tenantId, location) => {
      if (isList(location)) return lists.columns(tenantId, location);
      const file = await fetchFile(parts, tenantId, location);
      return (await tableFiles.read(file, location)).columns;
    },
    open: async (tenantId, location, columns, known) => {
      if (!isList(location)) return openFile(parts, tenantId, location, columns);
      return known?.mayKeep === true
        ? lists.openKept(tenantId, location, columns, known)
        : lists.open(tenantId, location, columns, known);
    },
    isUnchanged: async (_tenantId, location, mark) => {
      if (isList(location)) return lists.isUnchanged(location, mark);
      return isFileUnchanged(parts, location, mark);
    },
  };
}

function isList(location: SourceLocation): location is SharePointList {
  return location.kind === 'sharepoint-list';
}

/** An uploaded file never changes: another upload has another id. */
async function isFileUnchanged(
  { driveFiles }: SourceReaderParts,
  location: FileLocation,
  mark: string,
): Promise<Unchanged> {
  if (location.kind === 'uploaded-file') return { unchanged: true, resourceUnits: 0 };
  return { unchanged: (await driveFiles.version(location)) === mark, resourceUnits: 1 };
}

async function openFile(
  parts: SourceReaderParts,
  tenantId: string,
  location: FileLocation,
  columns: readonly string[],
): Promise<OpenedList> {
  const file = await fetchFile(parts, tenantId, location);
  const table = await parts.tableFiles.read(file, location);
  const wanted = columns.map((name) => {
    const found = table.columns.find((column) => column.name === name);
    if (!found) throw new ProblemError('column-missing', { list: file.name, column: name });
    return { name: found.name, displayName: found.displayName, kind: found.kind };
  });
  const { name, webUrl, eTag, lastChangedAt } = file;
  return {
    name,
    webUrl,
    eTag,
    lastChangedAt,
    itemUrl: null,
    columns: wanted,
    // The file's facts and its content.
    resourceUnits: () => (location.kind === 'drive-file' ? 2 : 0),
    mark: eTag,
    pages: () => pagesOf(table.rows),
  };
}

async function* pagesOf<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_A_PAGE) {
    // Between pages others get their turn, as they do while a list's next page is on its way.
    yield await Promise.resolve(rows.slice(start, start + ROWS_A_PAGE));
  }
}
