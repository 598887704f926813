/** What every picture can do, and words that pictures share. */
export const chartsSv = {
  'chart.as-table': 'Visa som tabell',
  'chart.as-chart': 'Visa som diagram',
  'chart.points': 'Värden i diagrammet. Gå mellan dem med piltangenterna.',
  'chart.no-values': 'Det finns inga värden att rita.',
  'chart.not-loaded': 'Diagrammet gick inte att hämta. Ladda om fliken när du är ansluten.',
  'chart.save': 'Spara',
  'chart.save-as': 'Spara {title} som',
  'chart.copy': 'Kopiera bilden',
  'chart.copied': 'Bilden är kopierad.',
  'chart.copy-failed': 'Teams lät inte fliken kopiera. Spara bilden som PNG i stället.',
  'chart.saved': 'Sparad som {format}.',
  'chart.save-failed': 'Bilden gick inte att spara. Försök igen.',
  'chart.note': 'Digitaliseringsindex · hämtat {date}',
} as const;
