import type { DriveFile, FileLocation, UploadedFile } from '#core/settings/source-location.ts';
import type { ListRow } from '#core/result/intake.ts';
import type { ColumnDescription } from './list-reader.ts';

/** The largest file that is read; larger ones are refused before they are fetched. */
export const LARGEST_FILE_BYTES = 25 * 1024 * 1024;

/** A file as it was fetched. */
export interface FileContent {
  readonly name: string;
  readonly webUrl: string | null;
  readonly eTag: string | null;
  readonly lastChangedAt: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Fetches files from document libraries. Problems: file-not-found, file-too-large or a graph- problem. */
export interface DriveFiles {
  fetch(location: DriveFile): Promise<FileContent>;
  /** The file's version as it is now, without fetching it. */
  version(location: DriveFile): Promise<string | null>;
}

/** What a workbook holds: its sheets and their named tables; empty for a text file. */
export interface FileOutline {
  readonly sheets: readonly { readonly name: string; readonly tables: readonly string[] }[];
}

/** The rows of one table of a file. A row's id is its number in the file, as Excel shows it. */
export interface FileTable {
  readonly columns: readonly ColumnDescription[];
  readonly rows: readonly ListRow[];
}

/**
 * Understands Excel and CSV files. Problems: file-wrong-type, file-protected, file-has-macros, file-too-large,
 * file-broken, file-too-many-cells, file-ragged, file-empty, sheet-missing.
 */
export interface TableFiles {
  outline(file: Pick<FileContent, 'name' | 'bytes'>): Promise<FileOutline>;
  read(file: Pick<FileContent, 'name' | 'bytes'>, location: FileLocation): Promise<FileTable>;
}

/** Files that admins uploaded, by tenant. */
export interface UploadStore {
  save(
    tenantId: string,
    uploadId: string,
    file: { readonly name: string; readonly bytes: Uint8Array; readonly uploadedAt: string },
  ): Promise<void>;
  /** @throws ProblemError file-not-found */
  fetch(tenantId: string, location: UploadedFile): Promise<FileContent>;
}
