/** Taking figures out as files. */
export const exportSv = {
  'export.title': 'Exportera',
  'export.lead': 'Alla mått för {year} som en tabell: en rad för varje mått och enhet.',
  'export.xlsx': 'Spara som Excel',
  'export.csv': 'Spara som CSV',
  'export.json': 'Spara som JSON',
  'export.busy': 'Filen hämtas …',
  'export.saved': '{name} är sparad.',
  'export.masked':
    'I filerna döljs grupper med färre än {minimum} svar, fler än i appen, eftersom filer lätt sprids. Kolumnerna har fasta namn och passar Power BI.',
} as const;
