import { z } from 'zod';

/** A SharePoint list, by ids, with the names it had when it was chosen (to name it in messages). */
export const sharePointListSchema = z
  .object({
    kind: z.literal('sharepoint-list'),
    siteId: z.string().min(1).max(300),
    siteName: z.string().max(300),
    listId: z.string().min(1).max(100),
    listName: z.string().max(300),
  })
  .readonly();
export type SharePointList = z.infer<typeof sharePointListSchema>;

/** Where in a file the rows stand. */
const tableInFile = {
  /** The sheet of a workbook; null: its first, or a text file. */
  sheet: z.string().min(1).max(100).nullable().default(null),
  /** A named table of a workbook, which then says where the rows are; null: the sheet as it stands. */
  table: z.string().min(1).max(255).nullable().default(null),
  /** The row with the columns' names, counted from 1; of no meaning where a table is named. */
  headerRow: z.int().min(1).max(1000).default(1),
};

/** An Excel or CSV file in a document library. */
export const driveFileSchema = z
  .object({
    kind: z.literal('drive-file'),
    siteId: z.string().min(1).max(300),
    siteName: z.string().max(300),
    driveId: z.string().min(1).max(300),
    itemId: z.string().min(1).max(300),
    fileName: z.string().min(1).max(400),
    ...tableInFile,
  })
  .readonly();
export type DriveFile = z.infer<typeof driveFileSchema>;

/** A file that an admin uploaded. Never one with survey rows: those are not stored (METHOD.md section 6, rule 8). */
export const uploadedFileSchema = z
  .object({
    kind: z.literal('uploaded-file'),
    uploadId: z.string().regex(/^[a-z0-9-]{1,60}$/),
    fileName: z.string().min(1).max(400),
    ...tableInFile,
  })
  .readonly();
export type UploadedFile = z.infer<typeof uploadedFileSchema>;

/** Where a source's rows stand. What was stored when there were lists only is read as it is. */
export const sourceLocationSchema = z.discriminatedUnion('kind', [
  sharePointListSchema,
  driveFileSchema,
  uploadedFileSchema,
]);
export type SourceLocation = z.infer<typeof sourceLocationSchema>;
export type FileLocation = DriveFile | UploadedFile;

/** What a message calls the place: the list's or the file's name. */
export function locationName(location: SourceLocation): string {
  return location.kind === 'sharepoint-list' ? location.listName : location.fileName;
}

/** The site that the place is on; null for an uploaded file, which is on none. */
export function locationSite(location: SourceLocation): string | null {
  return location.kind === 'uploaded-file' ? null : location.siteName;
}
