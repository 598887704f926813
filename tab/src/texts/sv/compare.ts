/** Two years side by side. */
export const compareSv = {
  'compare.against': 'Jämför med',
  'compare.none': 'Det finns inget annat beräknat år att jämföra med.',
  'compare.scores.title': 'Index och delar, {before} och {after}',
  'compare.scores.lead': 'Stapeln visar {after}, strecket var {before} stod.',
  'compare.scores.value': 'Före och efter',
  'compare.figure': 'Siffra',
  'compare.change': 'Förändring',
  'compare.caption': '{title}, {before} och {after}',
  'compare.points': '{change} p.e.',
} as const;
