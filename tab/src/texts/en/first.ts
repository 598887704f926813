export const firstEn = {
  'page.overview': 'Overview',
  'figure.index': 'Digitalisation index',
  'figure.of-ten': 'of 10',
} as const;
