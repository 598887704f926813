/** What-if: figures that are moved, and the index that would be. */
export const whatIfSv = {
  'what-if.levers.title': 'Flytta siffrorna',
  'what-if.levers.lead':
    'Inget sparas. Indexet räknas om här i fliken, med samma formel som det riktiga. Länken som du delar har ditt prov med sig.',
  'what-if.lever.number': '{figure}, skriv ett värde',
  'what-if.lever.own': 'I dag {value}',
  'what-if.lever.none': 'Saknas i år. Dra eller skriv ett värde för att prova.',
  'what-if.lever.wrong': 'Skriv ett tal, till exempel 3,9.',
  'what-if.lever.back': 'Återställ',
  'what-if.lever.back.of': 'Återställ {figure}',
  'what-if.reset': 'Återställ allt',
  'what-if.index.title': 'Index {year}, om',
  'what-if.index.same': 'Inget är flyttat än.',
  'what-if.index.change': 'Från {own} till {index} ({change} oavrundat).',
  'what-if.components.caption': 'Delarna i ditt prov, med strecket där de står i dag',
  'what-if.components.value': 'Värde',
  'what-if.changed.title': 'Vad som ändrades',
  'what-if.changed.lead': 'Hur mycket varje del flyttar indexet i ditt prov.',
} as const;
