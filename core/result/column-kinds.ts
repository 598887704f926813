/** What a list column is, as far as reading its values depends on it. Taken from its definition, never guessed from values. */
export const COLUMN_KINDS = [
  'text',
  'choice',
  'number',
  'percentage',
  'boolean',
  'date',
  'date-time',
  'lookup',
  'person',
  'other',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];
