/** What a picture shows, as a table: for who reads it so, and for the file that is saved. */
export interface ChartData {
  readonly caption: string;
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly ChartRow[];
}

export interface ChartColumn {
  readonly header: string;
  readonly kind: 'text' | 'number';
}

export interface ChartRow {
  readonly id: string;
  /** As shown, one for each column; a figure without a value stands here by its reason. */
  readonly cells: readonly string[];
}
