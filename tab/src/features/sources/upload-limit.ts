/** What the API takes; the contract's own constant would bring its schemas along. */
export const LARGEST_UPLOAD_MB = 5;

/** An uploaded file as a source names it. */
export interface UploadedName {
  readonly uploadId: string;
  readonly fileName: string;
}
