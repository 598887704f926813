/** A sheet of a workbook: its first row is the heading. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Writes workbooks that Excel opens. Texts stay texts: none is ever read as a formula. */
export interface Workbooks {
  write(sheets: readonly Sheet[]): Uint8Array;
}
