/** Taking figures out as files. */
export const exportEn = {
  'export.title': 'Export',
  'export.lead': 'Every figure of {year} as a table: one row for each figure and unit.',
  'export.xlsx': 'Save as Excel',
  'export.csv': 'Save as CSV',
  'export.json': 'Save as JSON',
  'export.busy': 'Fetching the file …',
  'export.saved': '{name} has been saved.',
  'export.masked':
    'The files hide groups of fewer than {minimum} answers, more than the app does, since files spread easily. The columns have fixed names and suit Power BI.',
} as const;
